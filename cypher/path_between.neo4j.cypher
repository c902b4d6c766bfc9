// The shortest ways from one person to another over forums, agencies and countries, at most six steps.
// group: paths
// parameter: person (text) name or alias of one person; example: Adil Taghiyev
// parameter: other (text) name or alias of the other person; example: Javid Musayev
// columns: length, path

MATCH (a:Person)
WITH a, toLower($person) AS wanted
WHERE toLower(a.name) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
MATCH (b:Person)
WITH a, b, toLower($other) AS wanted
WHERE b.id <> a.id AND (toLower(b.name) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted))
MATCH p = allShortestPaths((a)-[:ATTENDED|REPRESENTS|QUOTED_AT|HELD_IN*..6]-(b))
RETURN DISTINCT length(p) AS length, reduce(way = a.name, n IN tail(nodes(p)) | way + ' - ' + n.name) AS path
ORDER BY length, path
