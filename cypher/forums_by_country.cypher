// Which forums were held in which country.
// group: forums
// columns: country, forum, city, start, articles

MATCH (f:Forum)-[h:HELD_IN]->(c:Country)
WITH f, c, count(DISTINCT h.article) AS articles
RETURN c.name AS country, f.name AS forum, f.city AS city, f.start AS start, articles
ORDER BY country, coalesce(f.start, ''), forum
