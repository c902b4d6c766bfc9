/**
 * @typedef {{key: string, article: string, start: number, end: number, sentence: number,
 *   mark: [number, number], rule: string, confidence: number,
 *   text?: string, kind?: string, cue?: string, session?: string, nested?: boolean, status?: string,
 *   role?: string, unit?: string, former?: boolean, city?: string, surface?: string}} Claim
 * @typedef {{type: string, source: number, target: number, claims: Claim[]}} Bundle
 * @typedef {{id: string, label: string, name: string, aliases: string[], facts: Record<string, string>}} Entity
 * @typedef {{id: number, label: string, shape: string, color: string, size: number,
 *   x: number, y: number}} DrawnNode
 * @typedef {{id: number, from: number, to: number, width: number, label?: string,
 *   smooth?: false | {type: string, roundness: number}}} DrawnLine
 */

/** @param {string} id */
function readData(id) {
  return JSON.parse(byId(id).textContent || "null");
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found;
}

/**
 * @type {{entities: Entity[], bundles: Bundle[], sentences: string[], focus: number | null,
 *   leftOut: number, withText: boolean,
 *   measures: Record<string, {title: string, meaning: string, values: number[]}>,
 *   labels: Record<string, {plural: string, shape: string, meaning: string}>,
 *   types: Record<string, {outgoing: string, incoming: string, dashes: number[], meaning: string}>,
 *   letters: Record<string, string>, mentions: string, articles: string, countries: string}}
 */
const EVIDENCE = readData("evidence-data");
/** @type {{nodes: DrawnNode[], edges: DrawnLine[], options: object}} */
const DRAWING = readData("network-data");

/** The network is laid out for a wide screen; on one that is higher than wide it lies on its side. */
const TURNED = matchMedia("(orientation: portrait)").matches;
if (TURNED) for (const node of DRAWING.nodes) [node.x, node.y] = [node.y, node.x];

/** The type and the labels that the page treats unlike others. */
const { mentions: MENTIONS, articles: ARTICLES, countries: COUNTRIES } = EVIDENCE;
/** The measure that nodes are sized by at first. */
const [DEGREE] = Object.keys(EVIDENCE.measures);

/** @type {Map<string, Entity>} article key → its entity */
const articleByKey = new Map(
  EVIDENCE.entities.filter((entity) => entity.label === ARTICLES).map((entity) => [entity.facts.key, entity]),
);
/** @type {Map<string, number>} */
const numberById = new Map(EVIDENCE.entities.map((entity, number) => [entity.id, number]));
/** @type {Record<string, number[]>} */
const nodesByLabel = Object.fromEntries(Object.keys(EVIDENCE.labels).map((label) => [label, []]));
EVIDENCE.entities.forEach(({ label }, number) => nodesByLabel[label].push(number));
/** @type {Record<string, number>} how many claims there are of a type */
const piecesOf = {};
for (const { type, claims } of EVIDENCE.bundles) piecesOf[type] = (piecesOf[type] ?? 0) + claims.length;
/** How forums were attended: attended, planned. */
const STATUSES = [
  ...new Set(EVIDENCE.bundles.flatMap(({ claims }) => claims.flatMap(({ status }) => status ?? []))),
].sort();
/** @type {number[][]} the bundles at each node */
const bundlesAt = EVIDENCE.entities.map(() => []);
EVIDENCE.bundles.forEach((bundle, number) => {
  bundlesAt[bundle.source].push(number);
  bundlesAt[bundle.target].push(number);
});

/** @param {number} bundle @param {number} node the node at the other end */
function otherEnd(bundle, node) {
  const { source, target } = EVIDENCE.bundles[bundle];
  return source === node ? target : source;
}

/**
 * An element with text in it: strings become text nodes, never markup.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} text @param {() => void} action */
function button(text, action, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, element("bdi", {}, text));
  made.addEventListener("click", action);
  return made;
}

/** How far a line bends aside, as a share of its length; 0 for a straight one. @param {number} line */
function bendOf(line) {
  const { smooth } = DRAWING.edges[line];
  return smooth ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0;
}

/** The value of a CSS custom property, as the canvas needs it. @param {string} name */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
