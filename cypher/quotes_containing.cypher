// Quotations that contain some words, by whom and where.
// group: quotations
// parameter: words (text) the words, in any case; example: disinformation
// columns: speaker, quote, said_at, article, start

MATCH (who)-[q:QUOTED_AT|QUOTED_IN]->(place)
WHERE toLower(q.text) CONTAINS toLower($words)
RETURN who.name AS speaker, q.text AS quote, place.name AS said_at, q.article AS article, q.start AS start
ORDER BY article, start, speaker, said_at
