// The agencies of a country, with how many people represent each and how many forums each attended.
// group: representation
// parameter: country (text) name or alias of the country; example: Azerbaijan
// columns: agency, kind, people, forums

MATCH (c:Country)
WITH c, toLower($country) AS wanted
WHERE toLower(c.name) = wanted OR any(alias IN c.aliases WHERE toLower(alias) = wanted)
MATCH (a:Agency)-[:REPRESENTS]->(c)
WITH DISTINCT a
OPTIONAL MATCH (p:Person)-[:REPRESENTS]->(a)
WITH a, count(DISTINCT p) AS people
OPTIONAL MATCH (a)-[:ATTENDED]->(f:Forum)
WITH a, people, count(DISTINCT f) AS forums
RETURN a.name AS agency, a.kind AS kind, people, forums
ORDER BY people DESC, forums DESC, agency
