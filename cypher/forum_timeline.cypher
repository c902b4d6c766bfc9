// The forums in the order of their dates, with how many attended and spoke.
// group: forums
// columns: forum, start, end, city, attendees, speakers

MATCH (f:Forum)
OPTIONAL MATCH (who)-[:ATTENDED]->(f)
WITH f, count(DISTINCT who) AS attendees
OPTIONAL MATCH (speaker)-[:QUOTED_AT]->(f)
WITH f, attendees, count(DISTINCT speaker) AS speakers
RETURN f.name AS forum, f.start AS start, f.end AS end, f.city AS city, attendees, speakers
ORDER BY coalesce(f.start, '9999'), forum
