// What a person represents: agencies and countries, with role, unit and evidence.
// group: representation
// parameter: person (text) name or alias of the person; example: Javid Musayev
// columns: represents, label, role, unit, former, article, sentence

MATCH (p:Person)
WITH p, toLower($person) AS wanted
WHERE toLower(p.name) = wanted OR any(alias IN p.aliases WHERE toLower(alias) = wanted)
MATCH (p)-[r:REPRESENTS]->(body)
RETURN body.name AS represents, head(labels(body)) AS label, r.role AS role, r.unit AS unit, r.former AS former, r.article AS article, r.sentence AS sentence
ORDER BY article, r.start, label, represents, coalesce(r.role, ''), coalesce(r.unit, '')
