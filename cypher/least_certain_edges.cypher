// The edges that the extraction is least sure of.
// group: quality
// parameter: below (number, default 0.7) only edges of less confidence; example: 0.8
// columns: confidence, edge, source, target, rule, article, sentence

MATCH (s)-[r:ATTENDED|REPRESENTS|QUOTED_AT|QUOTED_IN|HELD_IN]->(t)
WHERE r.confidence < $below
RETURN r.confidence AS confidence, type(r) AS edge, s.name AS source, t.name AS target, r.rule AS rule, r.article AS article, r.sentence AS sentence
ORDER BY confidence, article, r.start, r.end, edge, source, target
