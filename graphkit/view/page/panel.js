/** The panel: one entity or one line, with all its evidence. */

/**
 * What the panel and the table can do to the choice.
 * @typedef {{goTo: (node: number) => void, goToLine: (bundle: number) => void, leave: () => void,
 *   pathTo: (node: number | null) => void, hide: (node: number) => void, pin: (node: number, on: boolean) => void}} Ways
 */

/** @param {Choice} choice @param {Map<number, Claim[]>} claims @param {Ways} ways */
function showPanel(choice, claims, ways) {
  const panel = byId("panel");
  panel.replaceChildren();
  panel.hidden = choice.node === null && choice.bundle === null;
  if (choice.bundle !== null) panel.append(...lineContent(choice.bundle, ways));
  else if (choice.node !== null && choice.to !== null)
    panel.append(...pathContent(choice.node, choice.to, claims, ways));
  else if (choice.node !== null) panel.append(...nodeContent(choice.node, choice, claims, ways));
  panel.scrollTop = 0;
}

/** @param {Ways} ways */
function closeButton(ways) {
  return button("Close", ways.leave, { class: "close" });
}

/** @param {number} node @param {Choice} choice @param {Map<number, Claim[]>} claims @param {Ways} ways */
function nodeContent(node, choice, claims, ways) {
  const entity = EVIDENCE.entities[node];
  const heading = element("h2", {}, nodeSwatch(entity.label), element("bdi", {}, entity.name));
  const facts = element("dl", {});
  /** @param {string} term @param {string | Node} value */
  const fact = (term, value) => facts.append(element("dt", {}, term), element("dd", {}, value));
  fact("Label", entity.label);
  if (entity.aliases.length) fact("Also", element("bdi", {}, entity.aliases.join(", ")));
  const measure = EVIDENCE.measures[choice.size];
  fact(measure.title, String(measure.values[node]));
  for (const [name, value] of Object.entries(entity.facts).filter(([known]) => known !== "sha256"))
    fact(
      name === "url" || name === "iso2" ? name.toUpperCase() : name[0].toUpperCase() + name.slice(1),
      name === "url" ? link(value, value) : element("bdi", {}, dateWords(String(value)) ?? ""),
    );
  const sections = Object.keys(EVIDENCE.types).flatMap((type) => [
    ...section(node, type, true, claims, ways),
    ...section(node, type, false, claims, ways),
  ]);
  return [closeButton(ways), heading, nodeActions(node, choice, ways), facts, ...sections];
}

/** @param {number} node @param {Choice} choice @param {Ways} ways */
function nodeActions(node, choice, ways) {
  const pinned = choice.pinned.has(node);
  return element(
    "div",
    { class: "actions" },
    button("Pin", () => ways.pin(node, !pinned), { id: "pin", "aria-pressed": String(pinned) }),
    button("Hide", () => ways.hide(node), { id: "hide" }),
    new Finder("path-to", "Shortest path to …", ways.pathTo).place,
  );
}

/**
 * A shortest way between two, each step with its lines.
 * @param {number} start
 * @param {number} goal
 * @param {Map<number, Claim[]>} claims
 * @param {Ways} ways
 */
function pathContent(start, goal, claims, ways) {
  const path = shortestPath(start, goal, claims);
  /** @param {number} node */
  const name = (node) => button(EVIDENCE.entities[node].name, () => ways.goTo(node), { class: "go" });
  const back = button("Leave the path", () => ways.pathTo(null), { id: "leave-path" });
  if (!path)
    return [
      closeButton(ways),
      element("h2", {}, "No path"),
      element("p", {}, name(start), " and ", name(goal), " are not joined by the lines that are drawn."),
      back,
    ];
  const steps = path.slice(1).map((node, before) => {
    const lines = element(
      "ul",
      { class: "lines" },
      ...linesBetween(path[before], node, claims).map((line) => stepItem(line, ways)),
    );
    return element("li", {}, lines, name(node));
  });
  const heading = element("h2", {}, `A shortest path: ${path.length - 1} ${path.length === 2 ? "step" : "steps"}`);
  return [closeButton(ways), heading, back, element("ol", { class: "path" }, element("li", {}, name(start)), ...steps)];
}

/** One line of a path as a disclosure with its evidence. @param {number} number @param {Ways} ways */
function stepItem(number, ways) {
  const { type, source, target, claims } = EVIDENCE.bundles[number];
  const [from, to] = [EVIDENCE.entities[source].name, EVIDENCE.entities[target].name];
  const words = `${from} → ${EVIDENCE.types[type].outgoing.toLowerCase()} → ${to}`;
  const summary = element(
    "summary",
    {},
    lineSwatch(type),
    element("bdi", { class: "entity" }, words),
    element("span", { class: "count" }, String(claims.length)),
  );
  return element(
    "li",
    {},
    disclosure(summary, () => claims.map(claimItem)),
  );
}

/**
 * What is behind the summary is made when it is opened.
 * @param {HTMLElement} summary
 * @param {() => HTMLElement[]} content
 */
function disclosure(summary, content) {
  const details = /** @type {HTMLDetailsElement} */ (element("details", {}, summary));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...content());
  });
  return details;
}

/**
 * The lines of one type on one side of a node.
 * @param {number} node
 * @param {string} type
 * @param {boolean} outgoing
 * @param {Map<number, Claim[]>} claims
 * @param {Ways} ways
 */
function section(node, type, outgoing, claims, ways) {
  const numbers = bundlesAt[node].filter((number) => {
    const bundle = EVIDENCE.bundles[number];
    return bundle.type === type && (outgoing ? bundle.source : bundle.target) === node;
  });
  if (numbers.length === 0) return [];
  const words = outgoing ? EVIDENCE.types[type].outgoing : EVIDENCE.types[type].incoming;
  const list = element("ul", { class: "lines" });
  for (const number of numbers) list.append(lineItem(number, node, claims.has(number), ways));
  return [element("h3", {}, lineSwatch(type), `${words} (${numbers.length})`), list];
}

/**
 * One line as a disclosure; its evidence is made when it is opened.
 * @param {number} number
 * @param {number} node
 * @param {boolean} drawn
 * @param {Ways} ways
 */
function lineItem(number, node, drawn, ways) {
  const bundle = EVIDENCE.bundles[number];
  const other = otherEnd(number, node);
  const post = bundle.claims.map((claim) => claim.role ?? (claim.status === "planned" ? "planned" : "")).find(Boolean);
  const words = element("span", { class: "entity" }, element("bdi", {}, EVIDENCE.entities[other].name));
  if (post) words.append(element("small", {}, ` ${post}`));
  if (!drawn) words.append(element("small", { class: "filtered" }, " (not drawn)"));
  const summary = element(
    "summary",
    {},
    nodeSwatch(EVIDENCE.entities[other].label),
    words,
    element("span", { class: "count" }, String(bundle.claims.length)),
  );
  const attributes = { class: "go", "aria-label": `Go to it: ${EVIDENCE.entities[other].name}` };
  const go = () => button("Go to it", () => ways.goTo(other), attributes);
  return element(
    "li",
    {},
    disclosure(summary, () => [go(), ...bundle.claims.map(claimItem)]),
  );
}

/** @param {number} number @param {Ways} ways */
function lineContent(number, ways) {
  const { type, source, target, claims } = EVIDENCE.bundles[number];
  /** @param {number} node */
  const end = (node) => button(EVIDENCE.entities[node].name, () => ways.goTo(node), { class: "go" });
  const heading = element(
    "h2",
    {},
    lineSwatch(type),
    EVIDENCE.types[type].outgoing,
    element("span", { class: "count" }, String(claims.length)),
  );
  const ends = element("p", { class: "ends" }, end(source), " → ", end(target));
  return [closeButton(ways), heading, ends, ...claims.map(claimItem)];
}

/** @param {Claim} claim */
function claimItem(claim) {
  const item = element("article", { class: "claim" });
  const says = claimWords(claim);
  if (says) item.append(element("p", { class: "says" }, element("bdi", {}, says)));
  const [start, end] = claim.mark;
  if (claim.text && EVIDENCE.withText && Array.from(claim.text).length > end - start)
    item.append(element("blockquote", { dir: "auto" }, claim.text));
  item.append(markedSentence(claim));
  item.append(element("p", { class: "source" }, articleLink(claim), ` · ${evidenceWords(claim)}`));
  return item;
}

/** @param {Claim} claim */
function articleLink(claim) {
  const article = articleByKey.get(claim.article);
  return link(article?.facts.url ?? "", article?.name ?? claim.article);
}

/** The sentence with the evidence marked; offsets count code points. @param {Claim} claim */
function markedSentence(claim) {
  if (!EVIDENCE.withText)
    return element(
      "p",
      { class: "sentence left-out" },
      `Characters ${claim.start} to ${claim.end} of the article; its words are left out of this page.`,
    );
  const letters = Array.from(EVIDENCE.sentences[claim.sentence]);
  const [start, end] = claim.mark;
  const sentence = element("p", { class: "sentence", dir: "auto" }, letters.slice(0, start).join(""));
  if (end > start) sentence.append(element("mark", {}, letters.slice(start, end).join("")));
  sentence.append(letters.slice(end).join(""));
  return sentence;
}

/**
 * A link to the web, or plain text where the address leads anywhere else.
 * @param {string} address
 * @param {string} words
 */
function link(address, words) {
  const text = element("bdi", {}, words);
  if (!URL.canParse(address) || !["http:", "https:"].includes(new URL(address).protocol)) return text;
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}
