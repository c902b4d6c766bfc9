// Who speaks for a country: quoted people who represent it, themselves or through an agency.
// group: quotations
// parameter: country (text) name or alias of the country; example: Azerbaijan
// columns: speaker, quotes, articles

MATCH (c:Country)
WITH c, toLower($country) AS wanted
WHERE toLower(c.name) = wanted OR any(alias IN c.aliases WHERE toLower(alias) = wanted)
MATCH (p:Person)-[q:QUOTED_AT|QUOTED_IN]->(place)
WHERE EXISTS { MATCH (p)-[:REPRESENTS]->(c) } OR EXISTS { MATCH (p)-[:REPRESENTS]->(:Agency)-[:REPRESENTS]->(c) }
WITH p, count(DISTINCT q.key) AS quotes, count(DISTINCT q.article) AS articles
RETURN p.name AS speaker, quotes, articles
ORDER BY quotes DESC, speaker
