/**
 * What the reader chose to see. It stands in the page's address, so back, forward and a link bring it again.
 * @typedef {{node: number | null, bundle: number | null, to: number | null, steps: number, size: string,
 *   off: Set<string>, hidden: Set<number>, pinned: Map<number, [number, number]>, loose: boolean,
 *   since: string, until: string, source: string, country: string, confidence: number}} Choice
 */

/** @returns {Choice} */
function firstChoice() {
  const tied = EVIDENCE.bundles.some((bundle) => bundle.type !== MENTIONS);
  return {
    node: EVIDENCE.focus,
    bundle: null,
    to: null,
    steps: EVIDENCE.focus === null ? 0 : 1,
    size: DEGREE,
    off: new Set([MENTIONS]),
    hidden: new Set(),
    pinned: new Map(),
    loose: !tied,
    since: "",
    until: "",
    source: "",
    country: "",
    confidence: 0,
  };
}

/** Whether a date begins with a year: `--12-05` cannot be before or after anything. @param {string} [date] */
function isFullDate(date) {
  return /^\d{4}/.test(date ?? "");
}

/**
 * Whether a claim passes the filters on attendance, date, source and confidence.
 * @param {Claim} claim
 * @param {Choice} choice
 */
function passes(claim, choice) {
  if (claim.confidence < choice.confidence) return false;
  if (claim.status && choice.off.has(claim.status)) return false;
  const facts = articleByKey.get(claim.article)?.facts ?? {};
  if (choice.source && facts.source !== choice.source) return false;
  if (!choice.since && !choice.until) return true;
  const date = facts.date ?? "";
  if (!isFullDate(date)) return false;
  if (choice.since && !(date >= choice.since.slice(0, date.length))) return false;
  return !choice.until || date <= choice.until.slice(0, date.length);
}

/**
 * The nodes and lines to draw, each line with the claims that pass.
 * @param {Choice} choice
 * @returns {{nodes: Set<number>, claims: Map<number, Claim[]>}}
 */
function chosen(choice) {
  const allowed = allowedNodes(choice);
  /** @type {Map<number, Claim[]>} */
  let claims = new Map();
  EVIDENCE.bundles.forEach((bundle, number) => {
    if (choice.off.has(bundle.type) || !allowed(bundle.source) || !allowed(bundle.target)) return;
    const passing = bundle.claims.filter((claim) => passes(claim, choice));
    if (passing.length) claims.set(number, passing);
  });
  const near = choice.node !== null && choice.steps > 0 ? within(choice.node, choice.steps, claims) : null;
  if (near)
    claims = new Map(
      [...claims].filter(
        ([number]) => near.has(EVIDENCE.bundles[number].source) && near.has(EVIDENCE.bundles[number].target),
      ),
    );
  const nodes = new Set(
    [...claims.keys()].flatMap((number) => [EVIDENCE.bundles[number].source, EVIDENCE.bundles[number].target]),
  );
  if (choice.node !== null) nodes.add(choice.node);
  for (const node of choice.pinned.keys()) if (allowed(node) && (!near || near.has(node))) nodes.add(node);
  if (choice.loose && !near)
    EVIDENCE.entities.forEach((entity, number) => {
      if (allowed(number) && entity.label !== ARTICLES) nodes.add(number);
    });
  return { nodes, claims };
}

/**
 * By label, and by country: that country and what a line that is no mention ties to it.
 * @param {Choice} choice
 */
function allowedNodes(choice) {
  const country = choice.country ? numberById.get(choice.country) : undefined;
  const tied =
    country === undefined
      ? null
      : new Set([
          country,
          ...bundlesAt[country]
            .filter((one) => EVIDENCE.bundles[one].type !== MENTIONS)
            .map((one) => otherEnd(one, country)),
        ]);
  return (/** @type {number} */ node) =>
    !choice.hidden.has(node) && !choice.off.has(EVIDENCE.entities[node].label) && (!tied || tied.has(node));
}
