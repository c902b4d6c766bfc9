// What a person said, where, with the evidence.
// group: quotations
// parameter: person (text) name or alias of the person; example: Javid Musayev
// columns: quote, kind, said_at, label, session, cue, article, start, end, sentence

MATCH (p:Person)
WITH p, toLower($person) AS wanted
WHERE toLower(p.name) = wanted OR any(alias IN p.aliases WHERE toLower(alias) = wanted)
MATCH (p)-[q:QUOTED_AT|QUOTED_IN]->(place)
RETURN q.text AS quote, q.kind AS kind, place.name AS said_at, head(labels(place)) AS label, q.session AS session, q.cue AS cue, q.article AS article, q.start AS start, q.end AS end, q.sentence AS sentence
ORDER BY article, start, end, said_at
