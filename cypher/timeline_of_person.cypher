// What is said of a person, in the order of the articles' dates.
// group: timelines
// parameter: person (text) name or alias of the person; example: Javid Musayev
// columns: date, edge, other, label, article, start, sentence

MATCH (p:Person)
WITH p, toLower($person) AS wanted
WHERE toLower(p.name) = wanted OR any(alias IN p.aliases WHERE toLower(alias) = wanted)
MATCH (p)-[r:ATTENDED|REPRESENTS|QUOTED_AT|QUOTED_IN]->(thing)
OPTIONAL MATCH (a:Article)
WHERE a.key = r.article
RETURN a.date AS date, type(r) AS edge, thing.name AS other, head(labels(thing)) AS label, r.article AS article, r.start AS start, r.sentence AS sentence
ORDER BY coalesce(a.date, '9999'), article, start, edge, other
