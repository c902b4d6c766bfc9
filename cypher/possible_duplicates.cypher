// Spellings that several entities of one label share: perhaps they are one.
// group: quality
// columns: spelling, label, entities

MATCH (n:Person|Agency|Country|Forum)
UNWIND n.aliases + [n.name] AS spelled
WITH n, head(labels(n)) AS label, toLower(spelled) AS spelling
WITH label, spelling, count(DISTINCT n.id) AS entities
WHERE entities > 1
RETURN spelling, label, entities
ORDER BY entities DESC, label, spelling
