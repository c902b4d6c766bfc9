// What an agency said, itself or through those who represent it.
// group: quotations
// parameter: agency (text) name or alias of the agency; example: Media Development Agency
// columns: speaker, itself, quote, kind, said_at, article, start, sentence

MATCH (a:Agency)
WITH a, toLower($agency) AS wanted
WHERE toLower(a.name) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
MATCH (who:Person|Agency)-[q:QUOTED_AT|QUOTED_IN]->(place)
WHERE who.id = a.id OR EXISTS { MATCH (who)-[:REPRESENTS]->(a) }
RETURN who.name AS speaker, who.id = a.id AS itself, q.text AS quote, q.kind AS kind, place.name AS said_at, q.article AS article, q.start AS start, q.sentence AS sentence
ORDER BY article, start, speaker, said_at
