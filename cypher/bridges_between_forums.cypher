// People who alone connect two forums: nobody else attended both.
// group: brokers
// columns: person, forum, other

MATCH (p:Person)-[:ATTENDED]->(f:Forum)
WITH DISTINCT p, f
MATCH (p)-[:ATTENDED]->(g:Forum)
WHERE f.id < g.id
WITH f, g, count(DISTINCT p.id) AS people, min(p.name) AS person
WHERE people = 1
RETURN person, f.name AS forum, g.name AS other
ORDER BY person, forum, other
