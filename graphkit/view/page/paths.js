/** Ways along the lines that are drawn. */

/**
 * Nodes within so many steps along drawn lines.
 * @param {number} start
 * @param {number} steps
 * @param {Map<number, Claim[]>} claims
 */
function within(start, steps, claims) {
  const reached = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step += 1) {
    edge = edge
      .flatMap((node) => bundlesAt[node].filter((bundle) => claims.has(bundle)).map((bundle) => otherEnd(bundle, node)))
      .filter((node) => !reached.has(node) && reached.add(node));
  }
  return reached;
}

/**
 * The nodes on a shortest way between two, both ends with it; null where no way joins them.
 * @param {number} start
 * @param {number} goal
 * @param {Map<number, Claim[]>} claims
 * @returns {number[] | null}
 */
function shortestPath(start, goal, claims) {
  const before = new Map([[start, start]]);
  let edge = [start];
  while (edge.length && !before.has(goal)) {
    /** @type {number[]} */
    const next = [];
    for (const node of edge)
      for (const bundle of bundlesAt[node]) {
        const other = otherEnd(bundle, node);
        if (!claims.has(bundle) || before.has(other)) continue;
        before.set(other, node);
        next.push(other);
      }
    edge = next;
  }
  if (!before.has(goal)) return null;
  const path = [goal];
  while (path[0] !== start) path.unshift(/** @type {number} */ (before.get(path[0])));
  return path;
}

/** @param {number} one @param {number} other @param {Map<number, Claim[]>} claims */
function linesBetween(one, other, claims) {
  return bundlesAt[one].filter((bundle) => claims.has(bundle) && otherEnd(bundle, one) === other);
}
