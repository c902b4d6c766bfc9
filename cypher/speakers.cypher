// Who is quoted most.
// group: quotations
// columns: speaker, label, quotes, articles

MATCH (who)-[q:QUOTED_AT|QUOTED_IN]->(place)
WITH who, count(q) AS quotes, count(DISTINCT q.article) AS articles
RETURN who.name AS speaker, head(labels(who)) AS label, quotes, articles
ORDER BY quotes DESC, speaker, label
