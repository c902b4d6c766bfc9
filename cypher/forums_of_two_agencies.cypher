// Forums where two agencies met, themselves or through their people.
// group: brokers
// parameter: agency (text) name or alias of one agency; example: Media Development Agency
// parameter: other (text) name or alias of the other agency; example: Baku Network
// columns: forum, of_agency, of_other

MATCH (a:Agency)
WITH a, toLower($agency) AS wanted
WHERE toLower(a.name) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
MATCH (one)-[:ATTENDED]->(f:Forum)
WHERE one.id = a.id OR EXISTS { MATCH (one)-[:REPRESENTS]->(a) }
WITH f, count(DISTINCT one) AS of_agency
MATCH (b:Agency)
WITH f, of_agency, b, toLower($other) AS wanted
WHERE toLower(b.name) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted)
MATCH (two)-[:ATTENDED]->(f)
WHERE two.id = b.id OR EXISTS { MATCH (two)-[:REPRESENTS]->(b) }
WITH f, of_agency, count(DISTINCT two) AS of_other
RETURN f.name AS forum, of_agency, of_other
ORDER BY forum
