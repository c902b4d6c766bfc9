// Who is planned to attend a forum without any article saying that they did.
// group: attendance
// columns: attendee, label, forum, articles

MATCH (who)-[a:ATTENDED]->(f:Forum)
WHERE a.status = 'planned' AND NOT EXISTS { MATCH (who)-[b:ATTENDED]->(f) WHERE b.status = 'attended' }
WITH who, f, count(DISTINCT a.article) AS articles
RETURN who.name AS attendee, head(labels(who)) AS label, f.name AS forum, articles
ORDER BY forum, label, attendee
