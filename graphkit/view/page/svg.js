/** The picture as an SVG file: the same lines, shapes and names, at any size. */

/** @typedef {(parent: Element, tag: string, attributes: Record<string, unknown>, text?: unknown) => Element} AddElement */

/** @param {Seen} seen */
function pictureAsSvg({ nodes, claims }) {
  const { root, add, text } = xmlMaker(SVG, "svg");
  const [width, height] = [scene.place.clientWidth, scene.place.clientHeight];
  const looks = { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" };
  for (const [name, value] of Object.entries(looks)) root.setAttribute(name, String(value));
  add(root, "title", {}, "Network");
  add(root, "rect", { width, height, fill: colour("canvas") });
  const lines = add(root, "g", { fill: "none" });
  for (const line of claims.keys()) addLine(add, lines, line);
  const shapes = add(root, "g", { stroke: colour("canvas") });
  for (const node of nodes) addNode(add, shapes, node);
  addCaptions(add, root);
  return text();
}

/** @param {AddElement} add @param {Element} parent @param {number} line */
function addLine(add, parent, line) {
  const { type, source, target } = EVIDENCE.bundles[line];
  const rim = scene.look.nodes[target].radius * scene.surface.scale();
  const shape = lineShape(scene.onScreen(source), scene.onScreen(target), rim, bendOf(line));
  const [start, control, end] = [shape.start, shape.control, shape.end].map(short);
  const group = add(parent, "g", { stroke: colour(type), opacity: scene.look.lines[line].faint ? FAINT.line : 0.8 });
  const dashes = EVIDENCE.types[type].dashes.join(" ") || "none";
  const width = DRAWING.edges[line].width;
  add(group, "path", { d: `M${start}Q${control} ${end}`, "stroke-width": width, "stroke-dasharray": dashes });
  const points = arrowHead(shape.end, shape.angle).map(short).join(" ");
  add(group, "polygon", { points, fill: colour(type), stroke: "none" });
}

/** @param {AddElement} add @param {Element} parent @param {number} node */
function addNode(add, parent, node) {
  const { label, name } = EVIDENCE.entities[node];
  const { radius, faint } = scene.look.nodes[node];
  const shape = add(parent, "path", {
    d: SHAPES[EVIDENCE.labels[label].shape],
    transform: `translate(${short(scene.onScreen(node))}) scale(${(radius * scene.surface.scale()).toFixed(2)})`,
    fill: colour(label),
    opacity: faint ? FAINT.node : 1,
    "vector-effect": "non-scaling-stroke",
  });
  add(shape, "title", {}, name);
}

/** The names and counts where the picture has them. @param {AddElement} add @param {Element} parent */
function addCaptions(add, parent) {
  const halo = { stroke: colour("canvas"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  const names = add(parent, "g", { "font-size": CAPTION_SIZE, "text-anchor": "middle", fill: colour("ink"), ...halo });
  const [left, top] = scene.sight();
  for (const { lines, box, bold } of scene.captions)
    lines.forEach((line, row) => {
      const at = { x: (box[0] + box[2]) / 2 - left, y: box[1] - top + (row + 0.85) * CAPTION_LINE };
      const weight = bold ? "bold" : "normal";
      add(names, "text", { x: at.x.toFixed(1), y: at.y.toFixed(1), "font-weight": weight }, line);
    });
}

/** @param {Point} point */
function short({ x, y }) {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
