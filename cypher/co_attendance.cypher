// Pairs of people who attended the same forums.
// group: co-attendance
// parameter: minimum (integer, default 1) the fewest forums they have in common; example: 1
// columns: person, other, forums

MATCH (a:Person)-[:ATTENDED]->(f:Forum)
WITH DISTINCT a, f
MATCH (b:Person)-[:ATTENDED]->(f)
WHERE a.id < b.id
WITH a, b, count(DISTINCT f) AS forums
WHERE forums >= $minimum
RETURN a.name AS person, b.name AS other, forums
ORDER BY forums DESC, person, other
