/**
 * What the reader chose to see. It stands in the page's address, so back, forward and a link bring it again.
 * @typedef {{node: number | null, bundle: number | null, steps: number, off: Set<string>, loose: boolean,
 *   from: string, to: string, source: string, country: string, confidence: number}} Choice
 */

/** @returns {Choice} */
function firstChoice() {
  const tied = EVIDENCE.bundles.some((bundle) => bundle.type !== MENTIONS);
  return {
    node: EVIDENCE.focus,
    bundle: null,
    steps: EVIDENCE.focus === null ? 0 : 1,
    off: new Set([MENTIONS]),
    loose: !tied,
    from: "",
    to: "",
    source: "",
    country: "",
    confidence: 0,
  };
}

/** @param {Choice} choice */
function toAddress(choice) {
  const first = firstChoice();
  const address = new URLSearchParams();
  if (choice.node !== first.node) address.set("node", choice.node === null ? "" : EVIDENCE.entities[choice.node].id);
  if (choice.bundle !== null) {
    const { source, target, type } = EVIDENCE.bundles[choice.bundle];
    address.set("line", JSON.stringify([EVIDENCE.entities[source].id, type, EVIDENCE.entities[target].id]));
  }
  const off = [...choice.off].sort().join(",");
  if (off !== MENTIONS) address.set("off", off);
  if (choice.loose !== first.loose) address.set("loose", String(choice.loose));
  for (const name of /** @type {const} */ (["steps", "from", "to", "source", "country", "confidence"]))
    if (choice[name] !== first[name]) address.set(name, String(choice[name]));
  return address.toString();
}

/** An address is as untrusted as an article: unknown names and wrong numbers are passed over. @param {string} text */
function fromAddress(text) {
  const address = new URLSearchParams(text);
  const choice = firstChoice();
  /** @param {string} name */
  const value = (name) => address.get(name) ?? "";
  /** @param {string} name @param {number} low @param {number} high */
  const within = (name, low, high) => Math.min(high, Math.max(low, Number(value(name)) || 0));
  if (address.has("node")) choice.node = numberById.get(value("node")) ?? null;
  if (address.has("line")) choice.bundle = bundleOf(value("line"));
  if (address.has("off")) choice.off = new Set(value("off").split(",").filter(Boolean));
  if (address.has("loose")) choice.loose = value("loose") === "true";
  if (address.has("steps")) choice.steps = Math.round(within("steps", 0, 3));
  if (address.has("confidence")) choice.confidence = within("confidence", 0, 1);
  choice.from = value("from");
  choice.to = value("to");
  choice.source = value("source");
  choice.country = value("country");
  return choice;
}

/** @param {string} text */
function bundleOf(text) {
  try {
    const [source, type, target] = JSON.parse(text);
    const [from, to] = [numberById.get(source), numberById.get(target)];
    const found = EVIDENCE.bundles.findIndex((one) => one.source === from && one.target === to && one.type === type);
    return found < 0 ? null : found;
  } catch {
    return null;
  }
}

/** Whether a claim passes the filters on attendance, date, source and confidence. @param {Claim} claim @param {Choice} choice */
function passes(claim, choice) {
  if (claim.confidence < choice.confidence) return false;
  if (claim.status && choice.off.has(claim.status)) return false;
  const facts = articleByKey.get(claim.article)?.facts ?? {};
  if (choice.source && facts.source !== choice.source) return false;
  const date = facts.date ?? "";
  if (choice.from && !(date && date >= choice.from.slice(0, date.length))) return false;
  return !choice.to || (date !== "" && date <= choice.to.slice(0, date.length));
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
      [...claims].filter(([number]) => near.has(EVIDENCE.bundles[number].source) && near.has(EVIDENCE.bundles[number].target)),
    );
  const nodes = new Set([...claims.keys()].flatMap((number) => [EVIDENCE.bundles[number].source, EVIDENCE.bundles[number].target]));
  if (choice.node !== null) nodes.add(choice.node);
  if (choice.loose && !near)
    EVIDENCE.entities.forEach((entity, number) => {
      if (allowed(number) && entity.label !== ARTICLES) nodes.add(number);
    });
  return { nodes, claims };
}

/** By label, and by country: that country and what a line that is no mention ties to it. @param {Choice} choice */
function allowedNodes(choice) {
  const country = choice.country ? numberById.get(choice.country) : undefined;
  const tied =
    country === undefined
      ? null
      : new Set([country, ...bundlesAt[country].filter((one) => EVIDENCE.bundles[one].type !== MENTIONS).map((one) => otherEnd(one, country))]);
  return (/** @type {number} */ node) => !choice.off.has(EVIDENCE.entities[node].label) && (!tied || tied.has(node));
}

/** Nodes within so many steps along drawn lines. @param {number} start @param {number} steps @param {Map<number, Claim[]>} claims */
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
