// The editions of a gathering: forums whose name or alias contains some words, by year and country.
// group: forums
// parameter: words (text) words of the name, in any case; example: forum
// columns: year, forum, country, city, attendees, articles

MATCH (f:Forum)
WITH f, toLower($words) AS wanted
WHERE toLower(f.name) CONTAINS wanted OR any(alias IN f.aliases WHERE toLower(alias) CONTAINS wanted)
OPTIONAL MATCH (f)-[:HELD_IN]->(c:Country)
WITH f, min(c.name) AS country
OPTIONAL MATCH (who)-[:ATTENDED]->(f)
WITH f, country, count(DISTINCT who) AS attendees
OPTIONAL MATCH (f)-[m:MENTIONED_IN]->(:Article)
WITH f, country, attendees, count(DISTINCT m.article) AS articles
RETURN left(f.start, 4) AS year, f.name AS forum, country, f.city AS city, attendees, articles
ORDER BY coalesce(f.start, '9999'), forum
