// Which countries were at a forum, themselves or through those who represent them.
// group: attendance
// parameter: forum (text) name or alias of the forum; example: Turkic States Forum on Combating Disinformation
// columns: country, itself, representatives

MATCH (f:Forum)
WITH f, toLower($forum) AS wanted
WHERE toLower(f.name) = wanted OR any(alias IN f.aliases WHERE toLower(alias) = wanted)
MATCH (who)-[:ATTENDED]->(f)
WITH DISTINCT who
OPTIONAL MATCH (who)-[:REPRESENTS]->(direct:Country)
OPTIONAL MATCH (who)-[:REPRESENTS]->(body:Agency)
OPTIONAL MATCH (body)-[:REPRESENTS]->(through:Country)
WITH who, CASE WHEN head(labels(who)) = 'Country' THEN who.name ELSE '' END AS own, coalesce(direct.name, '') AS near, coalesce(through.name, '') AS far
UNWIND [own, near, far] AS country
WITH DISTINCT who, own, country
WHERE country <> ''
RETURN country, max(CASE WHEN own = country THEN 1 ELSE 0 END) = 1 AS itself, sum(CASE WHEN own = country THEN 0 ELSE 1 END) AS representatives
ORDER BY representatives DESC, country
