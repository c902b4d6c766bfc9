// What was said at a forum, by whom.
// group: quotations
// parameter: forum (text) name or alias of the forum; example: Turkic States Forum on Combating Disinformation
// columns: speaker, quote, kind, session, article, start, sentence

MATCH (f:Forum)
WITH f, toLower($forum) AS wanted
WHERE toLower(f.name) = wanted OR any(alias IN f.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[q:QUOTED_AT]->(f)
RETURN who.name AS speaker, q.text AS quote, q.kind AS kind, q.session AS session, q.article AS article, q.start AS start, q.sentence AS sentence
ORDER BY article, start, speaker
