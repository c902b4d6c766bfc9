// The articles that name a person, an agency, a country or a forum, with its spellings there.
// group: articles
// parameter: name (text) name or alias; example: Media Development Agency
// columns: article, title, date, mentions, spelled

MATCH (n:Person|Agency|Country|Forum)
WITH n, toLower($name) AS wanted
WHERE toLower(n.name) = wanted OR any(alias IN n.aliases WHERE toLower(alias) = wanted)
MATCH (n)-[m:MENTIONED_IN]->(a:Article)
WITH a, count(DISTINCT m.key) AS mentions, min(m.surface) AS spelled
RETURN a.key AS article, a.title AS title, a.date AS date, mentions, spelled
ORDER BY coalesce(a.date, '9999'), article
