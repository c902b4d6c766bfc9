// Who represents the same agency or country as a person, now or formerly.
// group: representation
// parameter: person (text) name or alias of the person; example: Javid Musayev
// columns: colleague, represents, label, articles

MATCH (p:Person)
WITH p, toLower($person) AS wanted
WHERE toLower(p.name) = wanted OR any(alias IN p.aliases WHERE toLower(alias) = wanted)
MATCH (p)-[:REPRESENTS]->(body)
WITH DISTINCT p, body
MATCH (who:Person)-[r:REPRESENTS]->(body)
WHERE who.id <> p.id
WITH who, body, count(DISTINCT r.article) AS articles
RETURN who.name AS colleague, body.name AS represents, head(labels(body)) AS label, articles
ORDER BY represents, label, colleague
