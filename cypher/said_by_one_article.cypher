// Who attended or represents what by the word of one article alone: what to look at first.
// group: quality
// columns: edge, source, target, article, rule, confidence, sentence

MATCH (s)-[r:ATTENDED|REPRESENTS]->(t)
WHERE NOT EXISTS { MATCH (s)-[other:ATTENDED|REPRESENTS]->(t) WHERE other.article <> r.article AND type(other) = type(r) }
RETURN type(r) AS edge, s.name AS source, t.name AS target, r.article AS article, r.rule AS rule, r.confidence AS confidence, r.sentence AS sentence
ORDER BY confidence, edge, source, target, article, r.start
