// Everything that an article says, in the order of its text.
// group: articles
// parameter: article (text) key of the article; example: 000_de539247a80ef1e6
// columns: start, end, edge, source, target, rule, confidence, sentence

MATCH (s)-[r:ATTENDED|REPRESENTS|QUOTED_AT|QUOTED_IN|HELD_IN]->(t)
WHERE r.article = $article
RETURN r.start AS start, r.end AS end, type(r) AS edge, s.name AS source, t.name AS target, r.rule AS rule, r.confidence AS confidence, r.sentence AS sentence
ORDER BY start, end, edge, source, target
