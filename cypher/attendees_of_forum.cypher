// Who attended a forum or is planned to, and how many articles say so.
// group: attendance
// parameter: forum (text) name or alias of the forum; example: Turkic States Forum on Combating Disinformation
// parameter: status (text, default "") attended or planned, or nothing for both; example: attended
// columns: attendee, label, status, articles

MATCH (f:Forum)
WITH f, toLower($forum) AS wanted
WHERE toLower(f.name) = wanted OR any(alias IN f.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[a:ATTENDED]->(f)
WHERE $status = '' OR a.status = $status
WITH who, a.status AS status, count(DISTINCT a.article) AS articles
RETURN who.name AS attendee, head(labels(who)) AS label, status, articles
ORDER BY label, attendee, status, articles
