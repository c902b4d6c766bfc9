// Whom an agency is represented by, with role, unit and evidence.
// group: representation
// parameter: agency (text) name or alias of the agency; example: Media Development Agency
// columns: person, role, unit, former, article, sentence

MATCH (a:Agency)
WITH a, toLower($agency) AS wanted
WHERE toLower(a.name) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
MATCH (p:Person)-[r:REPRESENTS]->(a)
RETURN p.name AS person, r.role AS role, r.unit AS unit, r.former AS former, r.article AS article, r.sentence AS sentence
ORDER BY person, article, r.start, coalesce(r.role, ''), coalesce(r.unit, '')
