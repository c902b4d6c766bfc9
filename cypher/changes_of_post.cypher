// People who are given different roles at the same agency or country.
// group: representation
// columns: person, represents, roles, articles

MATCH (p:Person)-[r:REPRESENTS]->(body)
WHERE r.role IS NOT NULL
WITH p, body, count(DISTINCT r.role) AS roles, count(DISTINCT r.article) AS articles
WHERE roles > 1
RETURN p.name AS person, body.name AS represents, roles, articles
ORDER BY roles DESC, person, represents
