// Everything that is said of a person, an agency, a country or a forum, with the evidence.
// group: articles
// parameter: name (text) name or alias; example: Media Development Agency
// columns: edge, outgoing, neighbour, label, article, start, sentence

MATCH (n:Person|Agency|Country|Forum)
WITH n, toLower($name) AS wanted
WHERE toLower(n.name) = wanted OR any(alias IN n.aliases WHERE toLower(alias) = wanted)
MATCH (s)-[r:ATTENDED|REPRESENTS|QUOTED_AT|QUOTED_IN|HELD_IN]->(t)
WHERE s.id = n.id OR t.id = n.id
WITH r, CASE WHEN s.id = n.id THEN true ELSE false END AS outgoing, CASE WHEN s.id = n.id THEN t.name ELSE s.name END AS neighbour, CASE WHEN s.id = n.id THEN head(labels(t)) ELSE head(labels(s)) END AS label
RETURN type(r) AS edge, outgoing, neighbour, label, r.article AS article, r.start AS start, r.sentence AS sentence
ORDER BY edge, outgoing, neighbour, label, article, start
