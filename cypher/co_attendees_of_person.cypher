// Who attended the same forums as a person.
// group: co-attendance
// parameter: person (text) name or alias of the person; example: Javid Musayev
// columns: other, label, forum

MATCH (p:Person)
WITH p, toLower($person) AS wanted
WHERE toLower(p.name) = wanted OR any(alias IN p.aliases WHERE toLower(alias) = wanted)
MATCH (p)-[:ATTENDED]->(f:Forum)
WITH DISTINCT p, f
MATCH (who)-[:ATTENDED]->(f)
WHERE who.id <> p.id
RETURN DISTINCT who.name AS other, head(labels(who)) AS label, f.name AS forum
ORDER BY label, other, forum
