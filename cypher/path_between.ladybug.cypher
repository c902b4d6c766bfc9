// The shortest ways from one person to another over forums, agencies and countries, at most six steps.
// group: paths
// parameter: person (text) name or alias of one person; example: Adil Taghiyev
// parameter: other (text) name or alias of the other person; example: Javid Musayev
// columns: length, path

// The names are compared as one text, a line a spelling: with any other condition on both ends the engine looks
// for the ways between all people first.
MATCH p = (a:Person)-[:ATTENDED|REPRESENTS|QUOTED_AT|HELD_IN* ALL SHORTEST 1..6]-(b:Person)
WHERE a.id <> b.id
  AND toLower(concat('\n', a.name, '\n', list_to_string('\n', a.aliases), '\n')) CONTAINS toLower(concat('\n', $person, '\n'))
  AND toLower(concat('\n', b.name, '\n', list_to_string('\n', b.aliases), '\n')) CONTAINS toLower(concat('\n', $other, '\n'))
RETURN DISTINCT length(p) AS length, list_to_string(' - ', properties(nodes(p), 'name')) AS path
ORDER BY length, path
