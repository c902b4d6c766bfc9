// Who is quoted at a forum without being listed as attending it.
// group: quotations
// columns: speaker, label, forum, quotes

MATCH (who)-[q:QUOTED_AT]->(f:Forum)
WHERE NOT EXISTS { MATCH (who)-[:ATTENDED]->(f) }
WITH who, f, count(q) AS quotes
RETURN who.name AS speaker, head(labels(who)) AS label, f.name AS forum, quotes
ORDER BY forum, label, speaker
