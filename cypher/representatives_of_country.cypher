// Who represents a country: people and agencies, with role and evidence.
// group: representation
// parameter: country (text) name or alias of the country; example: Azerbaijan
// columns: representative, label, role, former, article, sentence

MATCH (c:Country)
WITH c, toLower($country) AS wanted
WHERE toLower(c.name) = wanted OR any(alias IN c.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[r:REPRESENTS]->(c)
RETURN who.name AS representative, head(labels(who)) AS label, r.role AS role, r.former AS former, r.article AS article, r.sentence AS sentence
ORDER BY label, representative, article, r.start, coalesce(r.role, '')
