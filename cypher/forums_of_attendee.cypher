// Which forums a person, an agency or a country attended or is planned to.
// group: attendance
// parameter: name (text) name or alias of the person, agency or country; example: Javid Musayev
// columns: attendee, label, forum, city, start, status, articles

MATCH (who:Person|Agency|Country)
WITH who, toLower($name) AS wanted
WHERE toLower(who.name) = wanted OR any(alias IN who.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[a:ATTENDED]->(f:Forum)
WITH who, f, a.status AS status, count(DISTINCT a.article) AS articles
RETURN who.name AS attendee, head(labels(who)) AS label, f.name AS forum, f.city AS city, f.start AS start, status, articles
ORDER BY coalesce(f.start, ''), forum, status, label, attendee
