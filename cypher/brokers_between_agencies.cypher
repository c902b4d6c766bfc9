// People of neither agency who attended forums with both.
// group: brokers
// parameter: agency (text) name or alias of one agency; example: Media Development Agency
// parameter: other (text) name or alias of the other agency; example: Baku Network
// columns: broker, forums_with_agency, forums_with_other

MATCH (a:Agency)
WITH a, toLower($agency) AS wanted
WHERE toLower(a.name) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
MATCH (one)-[:ATTENDED]->(f:Forum)
WHERE one.id = a.id OR EXISTS { MATCH (one)-[:REPRESENTS]->(a) }
WITH DISTINCT a, f
MATCH (p:Person)-[:ATTENDED]->(f)
WHERE NOT EXISTS { MATCH (p)-[:REPRESENTS]->(a) }
WITH p, count(DISTINCT f) AS forums_with_agency
MATCH (b:Agency)
WITH p, forums_with_agency, b, toLower($other) AS wanted
WHERE (toLower(b.name) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted))
  AND NOT EXISTS { MATCH (p)-[:REPRESENTS]->(b) }
MATCH (p)-[:ATTENDED]->(g:Forum)
WITH DISTINCT p, forums_with_agency, b, g
MATCH (two)-[:ATTENDED]->(g)
WHERE two.id = b.id OR EXISTS { MATCH (two)-[:REPRESENTS]->(b) }
WITH p, forums_with_agency, count(DISTINCT g) AS forums_with_other
RETURN p.name AS broker, forums_with_agency, forums_with_other
ORDER BY forums_with_agency DESC, forums_with_other DESC, broker
