/** What is seen, as files: a picture (PNG, SVG) or data (CSV, GEXF, GraphML, node-link JSON). */

/** @typedef {{nodes: Set<number>, claims: Map<number, Claim[]>}} Seen */
/**
 * @typedef {Record<string, string | number | boolean | string[]>} Properties
 * @typedef {{nodes: {id: string, properties: Properties}[],
 *   edges: {key: string, source: Entity, target: Entity, properties: Properties}[]}} Rows
 */

/** @type {Record<string, (seen: Seen) => Promise<Blob>>} file ending → its maker */
const FILES = {
  png: pictureAsPng,
  svg: async (seen) => new Blob([pictureAsSvg(seen)], { type: "image/svg+xml" }),
  csv: async (seen) => new Blob(["\uFEFF", asCsv(rowsOf(seen))], { type: "text/csv" }),
  gexf: async (seen) => new Blob([asGexf(rowsOf(seen))], { type: "application/xml" }),
  graphml: async (seen) => new Blob([asGraphml(rowsOf(seen))], { type: "application/xml" }),
  json: async (seen) => new Blob([asNodeLink(rowsOf(seen))], { type: "application/json" }),
};

/** @param {string} ending @param {Seen} seen */
async function takeAway(ending, seen) {
  const address = URL.createObjectURL(await FILES[ending](seen));
  element("a", { href: address, download: `network.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @returns {Promise<Blob>} */
async function pictureAsPng() {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("network").querySelector("canvas"));
  const whole = /** @type {HTMLCanvasElement} */ (
    element("canvas", { width: String(canvas.width), height: String(canvas.height) })
  );
  const context = /** @type {CanvasRenderingContext2D} */ (whole.getContext("2d"));
  context.fillStyle = colour("canvas");
  context.fillRect(0, 0, whole.width, whole.height);
  context.drawImage(canvas, 0, 0);
  return new Promise((done, failed) =>
    whole.toBlob((blob) => (blob ? done(blob) : failed(new Error("The picture is too large.")))),
  );
}

/** What is seen, with sentences in words. @param {Seen} seen @returns {Rows} */
function rowsOf({ nodes, claims }) {
  const { entities, bundles, sentences } = EVIDENCE;
  return {
    nodes: [...nodes].map((number) => {
      const { id, label, name, aliases, facts } = entities[number];
      return { id, properties: { label, name, aliases, ...facts } };
    }),
    edges: [...claims].flatMap(([number, passing]) => {
      const { source, target, type } = bundles[number];
      return passing.map(({ key, sentence, mark, ...rest }) => {
        const properties = { type, ...rest, sentence: sentences[sentence] };
        return { key, source: entities[source], target: entities[target], properties };
      });
    }),
  };
}

/** networkx's node-link data, as `graphkit extract` writes it. @param {Rows} rows */
function asNodeLink({ nodes, edges }) {
  const data = {
    directed: true,
    multigraph: true,
    graph: {},
    nodes: nodes.map(({ id, properties }) => ({ id, ...properties })),
    edges: edges.map(({ key, source, target, properties }) => ({
      source: source.id,
      target: target.id,
      key,
      ...properties,
    })),
  };
  return JSON.stringify(data, null, 1);
}

/** One row an edge. A cell that a spreadsheet would compute gets an apostrophe before it. @param {Rows} rows */
function asCsv({ edges }) {
  const rows = edges.map(({ source, target, properties }) => {
    const ends = { from: source.name, from_label: source.label, to: target.name, to_label: target.label };
    return /** @type {Properties} */ ({ ...ends, ...properties });
  });
  const columns = [...new Set(["from", "from_label", "type", "to", "to_label", ...rows.flatMap(Object.keys)])];
  /** @param {unknown} value */
  const cell = (value) => {
    const text = String(value ?? "");
    return `"${(typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((row) => row.map(cell).join(",") + "\r\n")
    .join("");
}

/** @param {{properties: Properties}[]} rows @returns {Map<string, string>} property → its type in GraphML */
function typesOf(rows) {
  /** @type {Map<string, string>} */
  const types = new Map();
  for (const { properties } of rows)
    for (const [name, value] of Object.entries(properties)) {
      const number = name === "confidence" ? "double" : "int";
      types.set(name, typeof value === "number" ? number : typeof value === "boolean" ? "boolean" : "string");
    }
  return types;
}

/**
 * XML with every character in it that XML 1.0 has; the others become U+FFFD. Lists are joined by semicolons.
 * @param {string} namespace
 * @param {string} root
 */
function xmlMaker(namespace, root) {
  const made = document.implementation.createDocument(namespace, root, null);
  const clean = (/** @type {unknown} */ value) =>
    [value]
      .flat()
      .join("; ")
      .toWellFormed()
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
  /**
   * @param {Element} parent
   * @param {string} tag
   * @param {Record<string, unknown>} attributes
   * @param {unknown} [text]
   */
  const add = (parent, tag, attributes, text) => {
    const child = made.createElementNS(namespace, tag);
    for (const [name, value] of Object.entries(attributes)) child.setAttribute(name, clean(value));
    if (text !== undefined) child.textContent = clean(text);
    parent.append(child);
    return child;
  };
  const text = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;
  return { root: made.documentElement, add, text };
}

/** GEXF 1.2, https://gexf.net/schema.html @param {Rows} rows */
function asGexf({ nodes, edges }) {
  const { root, add, text } = xmlMaker("http://www.gexf.net/1.2draft", "gexf");
  root.setAttribute("version", "1.2");
  const graph = add(root, "graph", { defaultedgetype: "directed", mode: "static" });
  for (const [kind, rows] of Object.entries({ node: nodes, edge: edges })) {
    const declared = add(graph, "attributes", { class: kind });
    for (const [title, type] of typesOf(rows))
      add(declared, "attribute", { id: title, title, type: type === "int" ? "integer" : type });
  }
  /** @param {Element} parent @param {Properties} properties */
  const fill = (parent, properties) => {
    const values = add(parent, "attvalues", {});
    for (const [name, value] of Object.entries(properties)) add(values, "attvalue", { for: name, value });
  };
  const nodesElement = add(graph, "nodes", {});
  for (const { id, properties } of nodes) fill(add(nodesElement, "node", { id, label: properties.name }), properties);
  const edgesElement = add(graph, "edges", {});
  edges.forEach(({ source, target, properties }, id) => {
    const ends = { source: source.id, target: target.id, label: properties.type };
    fill(add(edgesElement, "edge", { id, ...ends }), properties);
  });
  return text();
}

/** GraphML 1.0, http://graphml.graphdrawing.org/specification.html @param {Rows} rows */
function asGraphml({ nodes, edges }) {
  const { root, add, text } = xmlMaker("http://graphml.graphdrawing.org/xmlns", "graphml");
  for (const [kind, rows] of Object.entries({ node: nodes, edge: edges }))
    for (const [name, type] of typesOf(rows))
      add(root, "key", { id: `${kind}-${name}`, for: kind, "attr.name": name, "attr.type": type });
  const graph = add(root, "graph", { edgedefault: "directed" });
  /** @param {Element} parent @param {Properties} properties */
  const fill = (parent, properties) => {
    for (const [name, value] of Object.entries(properties))
      add(parent, "data", { key: `${parent.tagName}-${name}` }, value);
  };
  for (const { id, properties } of nodes) fill(add(graph, "node", { id }), properties);
  for (const { key, source, target, properties } of edges)
    fill(add(graph, "edge", { id: key, source: source.id, target: target.id }), properties);
  return text();
}
