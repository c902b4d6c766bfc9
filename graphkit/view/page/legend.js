/** The legend, which is the filter as well. */

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} size @param {Record<string, string>} attributes of a path in it */
function drawing(size, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  for (const [name, value] of [
    ["viewBox", `0 0 ${size}`],
    ["class", "swatch"],
    ["aria-hidden", "true"],
  ])
    svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

/** @param {string} label */
function nodeSwatch(label) {
  const d = SHAPES[EVIDENCE.labels[label].shape];
  return drawing("16 16", { d, transform: "translate(8 8) scale(5.5)", fill: `var(--${label})` });
}

/** @param {string} type */
function lineSwatch(type) {
  const dashes = EVIDENCE.types[type].dashes.join(" ") || "none";
  return drawing("28 12", {
    d: "M0 6H28",
    stroke: `var(--${type})`,
    "stroke-width": "2.5",
    "stroke-dasharray": dashes,
  });
}

/** @typedef {(wanted: Partial<Choice>) => void} Change */

/** @param {Choice} choice @param {Change} change */
function showLegend(choice, change) {
  /** @param {string} key @param {string} words @param {number} count @param {string} meaning @param {Node} swatch */
  const known = (key, words, count, meaning, swatch) =>
    count ? switchFor(key, words, choice, change, { swatch, count, meaning }) : "";
  const labels = Object.entries(EVIDENCE.labels).map(([label, { plural, meaning }]) =>
    known(label, plural, nodesByLabel[label].length, meaning, nodeSwatch(label)),
  );
  const types = Object.entries(EVIDENCE.types).map(([type, { outgoing, meaning }]) =>
    known(type, outgoing, piecesOf[type] ?? 0, meaning, lineSwatch(type)),
  );
  const meaning = "named in an article, but tied to nothing else";
  const loose = checkbox("show-loose", "Unconnected", choice.loose, (on) => change({ loose: on }), { meaning });
  byId("legend-body").replaceChildren(
    group("Nodes", ...labels, loose),
    group("Lines", ...types),
    STATUSES.length > 1
      ? group("Attendance", ...STATUSES.map((status) => switchFor(status, status, choice, change)))
      : "",
    narrowing(choice, change),
    looks(choice, change),
  );
}

/**
 * Sizes, and what was hidden or pinned by hand.
 * @param {Choice} choice
 * @param {Change} change
 */
function looks(choice, change) {
  const measures = Object.entries(EVIDENCE.measures).map(([name, { title }]) => [name, title]);
  return group(
    "Looks",
    field("size", "Size by", select(measures), choice, change),
    element("p", { class: "meaning" }, EVIDENCE.measures[choice.size].meaning),
    choice.hidden.size
      ? button(`Show ${choice.hidden.size} hidden`, () => change({ hidden: new Set() }), { id: "show-hidden" })
      : "",
    choice.pinned.size
      ? button(`Unpin ${choice.pinned.size}`, () => change({ pinned: new Map() }), { id: "unpin-all" })
      : "",
  );
}

/** @param {string} name @param {...(Node | string)} children */
function group(name, ...children) {
  return element("fieldset", {}, element("legend", {}, name), ...children);
}

/** @typedef {{swatch?: Node, count?: number, meaning?: string}} Detail */

/** @param {string} key @param {string} words @param {Choice} choice @param {Change} change @param {Detail} [detail] */
function switchFor(key, words, choice, change, detail) {
  const toggle = (/** @type {boolean} */ on) => {
    const off = new Set(choice.off);
    if (on) off.delete(key);
    else off.add(key);
    change({ off });
  };
  return checkbox(`show-${key}`, words, !choice.off.has(key), toggle, detail);
}

/**
 * @param {string} id @param {string} words @param {boolean} on @param {(on: boolean) => void} change
 * @param {Detail} [detail]
 */
function checkbox(id, words, on, change, { swatch, count, meaning = "" } = {}) {
  const box = input({ type: "checkbox", id });
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  const number = count === undefined ? "" : element("span", { class: "count" }, String(count));
  return element("label", { for: id, title: meaning }, box, swatch ?? "", element("span", {}, words), number);
}

/** @param {Choice} choice @param {Change} change */
function narrowing(choice, change) {
  const articles = [...articleByKey.values()];
  const sources = [...new Set(articles.map((article) => article.facts.source ?? ""))].filter(Boolean).sort();
  const countries = nodesByLabel[COUNTRIES].map((number) => EVIDENCE.entities[number]);
  countries.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const steps = ["All", "1 step", "2 steps", "3 steps"].map((words, count) => [String(count), words]);
  /** @param {Field} name @param {string} words @param {HTMLSelectElement | HTMLInputElement} control */
  const narrow = (name, words, control) => field(name, words, control, choice, change);
  const made = [narrow("steps", "Around the selected", select(steps))];
  if (sources.length > 1 || (sources.length && articles.some((article) => !article.facts.source)))
    made.push(narrow("source", "Source", select([["", "Any"], ...sources.map((one) => [one, one])])));
  if (countries.length > 1)
    made.push(narrow("country", "Country", select([["", "Any"], ...countries.map(({ id, name }) => [id, name])])));
  if (articles.some((article) => isFullDate(article.facts.date)))
    made.push(narrow("since", "From", input({ type: "date" })), narrow("until", "To", input({ type: "date" })));
  const confidence = input({ type: "number", min: "0", max: "1", step: "0.05" });
  return group("Narrow down", ...made, narrow("confidence", "Confidence at least", confidence));
}

/** @typedef {"steps" | "size" | "source" | "country" | "since" | "until" | "confidence"} Field */

/**
 * A control of one value of the choice, with its words before it.
 * @param {Field} name @param {string} words @param {HTMLSelectElement | HTMLInputElement} control
 * @param {Choice} choice @param {Change} change
 */
function field(name, words, control, choice, change) {
  control.id = name;
  control.value = String(choice[name]);
  control.addEventListener("change", () => {
    change({ [name]: typeof choice[name] === "number" ? Number(control.value) : control.value });
  });
  return element("label", { class: "field", for: name }, words, control);
}

/** @param {string[][]} options */
function select(options) {
  const made = options.map(([value, words]) => element("option", { value }, words));
  return /** @type {HTMLSelectElement} */ (element("select", {}, ...made));
}

/** @param {Record<string, string>} attributes */
function input(attributes) {
  return /** @type {HTMLInputElement} */ (element("input", attributes));
}
