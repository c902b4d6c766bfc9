// The panels and sessions of a forum, with who spoke there.
// group: forums
// parameter: forum (text) name or alias of the forum; example: Azerbaijan-Georgia Media Forum
// columns: session, speaker, label, quotes

MATCH (f:Forum)
WITH f, toLower($forum) AS wanted
WHERE toLower(f.name) = wanted OR any(alias IN f.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[q:QUOTED_AT]->(f)
WHERE q.session IS NOT NULL
WITH q.session AS session, who, count(q) AS quotes
RETURN session, who.name AS speaker, head(labels(who)) AS label, quotes
ORDER BY session, quotes DESC, speaker, label
