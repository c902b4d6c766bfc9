/** What is seen, as files: a picture (PNG, SVG) or data (CSV, GEXF, GraphML, node-link JSON). */

/** @typedef {{nodes: Set<number>, claims: Map<number, Claim[]>}} Seen */
/** @typedef {{source: number, target: number, claim: Claim, type: string}} SeenEdge */

/** @type {Record<string, (seen: Seen) => Promise<Blob>>} file ending → its maker */
const FILES = {
  png: pictureAsPng,
  svg: async (seen) => new Blob([pictureAsSvg(seen)], { type: "image/svg+xml" }),
  csv: async (seen) => new Blob(["\uFEFF", asCsv(seen)], { type: "text/csv" }),
  gexf: async (seen) => new Blob([asGexf(seen)], { type: "application/xml" }),
  graphml: async (seen) => new Blob([asGraphml(seen)], { type: "application/xml" }),
  json: async (seen) => new Blob([JSON.stringify(asNodeLink(seen), null, 1)], { type: "application/json" }),
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

/** @param {Seen} seen @returns {SeenEdge[]} */
function edgesOf({ claims }) {
  return [...claims].flatMap(([number, passing]) => {
    const { source, target, type } = EVIDENCE.bundles[number];
    return passing.map((claim) => ({ source, target, type, claim }));
  });
}

/**
 * What a claim says, with its sentence in words.
 * @param {SeenEdge} edge
 * @returns {Record<string, string | number | boolean>}
 */
function edgeProperties({ type, claim }) {
  const { sentence, mark, key, ...rest } = claim;
  return { type, ...rest, sentence: EVIDENCE.sentences[sentence] };
}

/** @param {number} number @returns {Record<string, string | number | boolean | null>} */
function nodeProperties(number) {
  const { label, name, facts } = EVIDENCE.entities[number];
  return { label, name, ...facts };
}

/** @param {Seen} seen networkx's node-link data, as `graphkit extract` writes it */
function asNodeLink(seen) {
  const id = (/** @type {number} */ number) => EVIDENCE.entities[number].id;
  const nodes = [...seen.nodes].map((number) => ({
    id: id(number),
    ...nodeProperties(number),
    aliases: EVIDENCE.entities[number].aliases,
  }));
  const edges = edgesOf(seen).map((edge) => ({
    source: id(edge.source),
    target: id(edge.target),
    key: edge.claim.key,
    ...edgeProperties(edge),
  }));
  return { directed: true, multigraph: true, graph: {}, nodes, edges };
}

/**
 * One row an edge. A cell that a spreadsheet would compute gets an apostrophe before it.
 * @param {Seen} seen
 */
function asCsv(seen) {
  const rows = edgesOf(seen).map((edge) => ({
    from: EVIDENCE.entities[edge.source].name,
    from_label: EVIDENCE.entities[edge.source].label,
    to: EVIDENCE.entities[edge.target].name,
    to_label: EVIDENCE.entities[edge.target].label,
    ...edgeProperties(edge),
  }));
  const columns = [...new Set(["from", "from_label", "type", "to", "to_label", ...rows.flatMap(Object.keys)])];
  /** @param {unknown} value */
  const cell = (value) => {
    const text = String(value ?? "");
    return `"${(typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  return [columns, ...rows.map((row) => columns.map((column) => /** @type {Record<string, unknown>} */ (row)[column]))]
    .map((row) => row.map(cell).join(",") + "\r\n")
    .join("");
}

/**
 * @param {Record<string, unknown>[]} rows
 * @returns {Map<string, string>} property → its type in GEXF and GraphML
 */
function typesOf(rows) {
  /** @type {Map<string, string>} */
  const types = new Map();
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      const number = name === "confidence" ? "double" : "int";
      types.set(name, typeof value === "number" ? number : typeof value === "boolean" ? "boolean" : "string");
    }
  return types;
}

/**
 * XML with every character in it that XML 1.0 has; the others become U+FFFD.
 * @param {string} namespace
 * @param {string} root
 */
function xmlMaker(namespace, root) {
  const made = document.implementation.createDocument(namespace, root, null);
  const clean = (/** @type {unknown} */ value) =>
    String(value)
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

/** GEXF 1.2, https://gexf.net/schema.html @param {Seen} seen */
function asGexf(seen) {
  const { root, add, text } = xmlMaker("http://www.gexf.net/1.2draft", "gexf");
  root.setAttribute("version", "1.2");
  const graph = add(root, "graph", { defaultedgetype: "directed", mode: "static" });
  const nodes = [...seen.nodes].map((number) => ({
    ...nodeProperties(number),
    aliases: EVIDENCE.entities[number].aliases.join("; "),
  }));
  const edges = edgesOf(seen);
  /** @param {string} kind @param {Map<string, string>} types */
  const declare = (kind, types) => {
    const declared = add(graph, "attributes", { class: kind });
    for (const [title, type] of types)
      add(declared, "attribute", { id: title, title, type: type === "int" ? "integer" : type });
  };
  /** @param {Element} parent @param {Record<string, unknown>} properties */
  const fill = (parent, properties) => {
    const values = add(parent, "attvalues", {});
    for (const [name, value] of Object.entries(properties)) add(values, "attvalue", { for: name, value });
  };
  const edgeRows = edges.map(edgeProperties);
  declare("node", typesOf(nodes));
  declare("edge", typesOf(edgeRows));
  const nodesElement = add(graph, "nodes", {});
  [...seen.nodes].forEach((number, row) =>
    fill(
      add(nodesElement, "node", { id: EVIDENCE.entities[number].id, label: EVIDENCE.entities[number].name }),
      nodes[row],
    ),
  );
  const edgesElement = add(graph, "edges", {});
  edges.forEach(({ source, target, type }, row) =>
    fill(
      add(edgesElement, "edge", {
        id: row,
        source: EVIDENCE.entities[source].id,
        target: EVIDENCE.entities[target].id,
        label: type,
      }),
      edgeRows[row],
    ),
  );
  return text();
}

/** GraphML 1.0, http://graphml.graphdrawing.org/specification.html @param {Seen} seen */
function asGraphml(seen) {
  const { root, add, text } = xmlMaker("http://graphml.graphdrawing.org/xmlns", "graphml");
  const nodes = [...seen.nodes].map((number) => ({
    ...nodeProperties(number),
    aliases: EVIDENCE.entities[number].aliases.join("; "),
  }));
  const edges = edgesOf(seen);
  const edgeRows = edges.map(edgeProperties);
  for (const [kind, rows] of /** @type {const} */ ([
    ["node", nodes],
    ["edge", edgeRows],
  ]))
    for (const [name, type] of typesOf(rows))
      add(root, "key", { id: `${kind}-${name}`, for: kind, "attr.name": name, "attr.type": type });
  const graph = add(root, "graph", { edgedefault: "directed" });
  /** @param {Element} parent @param {string} kind @param {Record<string, unknown>} properties */
  const fill = (parent, kind, properties) => {
    for (const [name, value] of Object.entries(properties)) add(parent, "data", { key: `${kind}-${name}` }, value);
  };
  [...seen.nodes].forEach((number, row) =>
    fill(add(graph, "node", { id: EVIDENCE.entities[number].id }), "node", nodes[row]),
  );
  edges.forEach(({ source, target, claim }, row) =>
    fill(
      add(graph, "edge", { id: claim.key, source: EVIDENCE.entities[source].id, target: EVIDENCE.entities[target].id }),
      "edge",
      edgeRows[row],
    ),
  );
  return text();
}
