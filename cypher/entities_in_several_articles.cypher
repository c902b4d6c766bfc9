// People, agencies, countries and forums found in more than one article.
// group: articles
// parameter: minimum (integer, default 2) the fewest articles; example: 2
// columns: name, label, articles, mentions

MATCH (n)-[m:MENTIONED_IN]->(a:Article)
WITH n, count(DISTINCT a) AS articles, count(DISTINCT m.key) AS mentions
WHERE articles >= $minimum
RETURN n.name AS name, head(labels(n)) AS label, articles, mentions
ORDER BY articles DESC, mentions DESC, label, name
