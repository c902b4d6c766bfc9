/** The legend, which is the filter as well. */

const SVG = "http://www.w3.org/2000/svg";
/** @param {string} tag @param {Record<string, string>} attributes @param {string} size */
function drawing(tag, attributes, size) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size}`);
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
  svg.append(shape);
  return svg;
}

/** @param {string} label */
function nodeSwatch(label) {
  const points = corners(EVIDENCE.labels[label].shape, { x: 8, y: 8 }, 5.5);
  const fill = `var(--${label})`;
  if (points.length === 0) return drawing("circle", { cx: "8", cy: "8", r: "6", fill }, "16 16");
  return drawing("polygon", { points: pointsText(points), fill }, "16 16");
}

/** @param {string} type */
function lineSwatch(type) {
  const dashes = EVIDENCE.types[type].dashes.join(" ");
  const line = {
    x1: "0",
    y1: "6",
    x2: "28",
    y2: "6",
    stroke: `var(--${type})`,
    "stroke-width": "2.5",
    "stroke-dasharray": dashes || "none",
  };
  return drawing("line", line, "28 12");
}

/**
 * @param {Choice} choice
 * @param {(change: Partial<Choice>) => void} change
 */
function showLegend(choice, change) {
  const labels = Object.entries(EVIDENCE.labels).map(([label, { plural, meaning }]) => {
    const count = EVIDENCE.entities.filter((entity) => entity.label === label).length;
    return count ? switchFor(label, plural, count, meaning, nodeSwatch(label), choice, change) : "";
  });
  const types = Object.entries(EVIDENCE.types).map(([type, { meaning }]) => {
    const claims = EVIDENCE.bundles
      .filter((bundle) => bundle.type === type)
      .reduce((sum, bundle) => sum + bundle.claims.length, 0);
    return claims ? switchFor(type, typeWords(type), claims, meaning, lineSwatch(type), choice, change) : "";
  });
  const statuses = [...new Set(EVIDENCE.bundles.flatMap((bundle) => bundle.claims.map((claim) => claim.status ?? "")))]
    .filter(Boolean)
    .sort();
  byId("legend-body").replaceChildren(
    group("Nodes", ...labels, looseSwitch(choice, change)),
    group("Lines", ...types),
    statuses.length > 1
      ? group("Attendance", ...statuses.map((status) => switchFor(status, status, null, "", "", choice, change)))
      : "",
    narrowing(choice, change),
    looks(choice, change),
  );
}

/**
 * Sizes, and what was hidden or pinned by hand.
 * @param {Choice} choice
 * @param {(change: Partial<Choice>) => void} change
 */
function looks(choice, change) {
  const measures = Object.entries(EVIDENCE.measures).map(([name, { title }]) => [name, title]);
  const chosenMeasure = EVIDENCE.measures[choice.size];
  return group(
    "Looks",
    field(
      "Size by",
      select("size", measures, choice.size, (size) => change({ size })),
    ),
    element("p", { class: "meaning" }, chosenMeasure.meaning),
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

/**
 * @param {string} key @param {string} words @param {number | null} count @param {string} meaning
 * @param {Node | string} swatch @param {Choice} choice @param {(change: Partial<Choice>) => void} change
 */
function switchFor(key, words, count, meaning, swatch, choice, change) {
  return checkbox(`show-${key}`, words, count, meaning, swatch, !choice.off.has(key), (on) => {
    const off = new Set(choice.off);
    if (on) off.delete(key);
    else off.add(key);
    change({ off });
  });
}

/** @param {Choice} choice @param {(change: Partial<Choice>) => void} change */
function looseSwitch(choice, change) {
  const meaning = "named in an article, but tied to nothing else";
  return checkbox("show-loose", "Unconnected", null, meaning, "", choice.loose, (loose) => change({ loose }));
}

/**
 * @param {string} id @param {string} words @param {number | null} count @param {string} meaning
 * @param {Node | string} swatch @param {boolean} on @param {(on: boolean) => void} change
 */
function checkbox(id, words, count, meaning, swatch, on, change) {
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", id }));
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  const number = count === null ? "" : element("span", { class: "count" }, String(count));
  return element("label", { for: id, title: meaning }, box, swatch, element("span", {}, words), number);
}

/** @param {Choice} choice @param {(change: Partial<Choice>) => void} change */
function narrowing(choice, change) {
  const known = new Set(Array.from(articleByKey.values(), (article) => article.facts.source ?? ""));
  const sources = known.size > 1 ? [...known].filter(Boolean).sort() : [];
  const countries = EVIDENCE.entities
    .filter((entity) => entity.label === COUNTRIES)
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const steps = [
    ["0", "Everything"],
    ["1", "1 step"],
    ["2", "2 steps"],
    ["3", "3 steps"],
  ];
  const dated = Array.from(articleByKey.values()).some((article) => isFullDate(article.facts.date));
  return group(
    "Narrow down",
    field(
      "Around the selected",
      select("steps", steps, String(choice.steps), (value) => change({ steps: Number(value) })),
    ),
    sources.length
      ? field(
          "Source",
          select("source", [["", "Any"], ...sources.map((one) => [one, one])], choice.source, (source) =>
            change({ source }),
          ),
        )
      : "",
    countries.length > 1
      ? field(
          "Country",
          select("country", [["", "Any"], ...countries.map((one) => [one.id, one.name])], choice.country, (country) =>
            change({ country }),
          ),
        )
      : "",
    dated
      ? field(
          "From",
          input("since", { type: "date" }, choice.since, (since) => change({ since })),
        )
      : "",
    dated
      ? field(
          "To",
          input("until", { type: "date" }, choice.until, (until) => change({ until })),
        )
      : "",
    field(
      "Confidence at least",
      input("confidence", { type: "number", min: "0", max: "1", step: "0.05" }, String(choice.confidence), (value) =>
        change({ confidence: Number(value) || 0 }),
      ),
    ),
  );
}

/** @param {string} words @param {HTMLElement} control */
function field(words, control) {
  return element("label", { class: "field", for: control.id }, words, control);
}

/**
 * @param {string} id
 * @param {string[][]} options
 * @param {string} value
 * @param {(value: string) => void} change
 */
function select(id, options, value, change) {
  const made = /** @type {HTMLSelectElement} */ (
    element("select", { id }, ...options.map(([key, words]) => element("option", { value: key }, words)))
  );
  made.value = value;
  made.addEventListener("change", () => change(made.value));
  return made;
}

/**
 * @param {string} id
 * @param {Record<string, string>} attributes
 * @param {string} value
 * @param {(value: string) => void} change
 */
function input(id, attributes, value, change) {
  const made = /** @type {HTMLInputElement} */ (element("input", { id, ...attributes }));
  made.value = value;
  made.addEventListener("change", () => change(made.value));
  return made;
}
