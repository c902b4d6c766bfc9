// People, agencies, countries and forums that articles name and say nothing else of.
// group: quality
// columns: name, label, articles, mentions

MATCH (n:Person|Agency|Country|Forum)
WHERE NOT EXISTS { MATCH (n)-[:ATTENDED|REPRESENTS|QUOTED_AT|QUOTED_IN|HELD_IN]-() }
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(a:Article)
WITH n, count(DISTINCT m.article) AS articles, count(DISTINCT m.key) AS mentions
RETURN n.name AS name, head(labels(n)) AS label, articles, mentions
ORDER BY mentions DESC, label, name
