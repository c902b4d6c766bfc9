/** The picture as an SVG file: the same lines, shapes and names, at any size. */

/** @param {Seen} seen */
function pictureAsSvg({ nodes, claims }) {
  const { root, add, text } = xmlMaker(SVG, "svg");
  const scale = scene.surface.scale();
  const middle = scene.surface.middle();
  const [width, height] = [scene.place.clientWidth, scene.place.clientHeight];
  const [left, top] = [width / 2 - middle.x * scale, height / 2 - middle.y * scale];
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  root.setAttribute("font-family", "system-ui, sans-serif");
  add(root, "title", {}, "Network");
  add(root, "rect", { width, height, fill: colour("canvas") });
  const lines = add(root, "g", { fill: "none" });
  for (const line of claims.keys()) addLine(add, lines, line, scale);
  const shapes = add(root, "g", { stroke: colour("canvas") });
  for (const node of nodes) addNode(add, shapes, node, scene.onScreen(node), scene.look.nodes[node].radius * scale);
  const names = add(root, "g", {
    "font-size": CAPTION_SIZE,
    "text-anchor": "middle",
    fill: colour("ink"),
    stroke: colour("canvas"),
    "stroke-width": 3,
    "paint-order": "stroke",
  });
  for (const { lines: words, box, faint } of scene.captions)
    words.forEach((word, row) => {
      const [x, y] = [(box[0] + box[2]) / 2 + left, box[1] + top + (row + 0.85) * CAPTION_LINE];
      add(names, "text", { x: short(x), y: short(y), opacity: faint ? 0.35 : 1 }, word);
    });
  return text();
}

/**
 * @typedef {(parent: Element, tag: string, attributes: Record<string, unknown>, text?: unknown) => Element} AddElement
 */

/** @param {AddElement} add @param {Element} parent @param {number} line @param {number} scale */
function addLine(add, parent, line, scale) {
  const { type, source, target } = EVIDENCE.bundles[line];
  const { faint, count } = scene.look.lines[line];
  const rim = scene.look.nodes[target].radius * scale;
  const { start, control, end, middle, angle } = lineShape(
    scene.onScreen(source),
    scene.onScreen(target),
    rim,
    bendOf(line),
  );
  const group = add(parent, "g", { stroke: colour(type), opacity: faint ? 0.12 : 0.8 });
  const path = `M${short(start.x)} ${short(start.y)}Q${short(control.x)} ${short(control.y)} ${short(end.x)} ${short(end.y)}`;
  add(group, "path", {
    d: path,
    "stroke-width": DRAWING.edges[line].width,
    "stroke-dasharray": EVIDENCE.types[type].dashes.join(" ") || "none",
  });
  add(group, "polygon", { points: pointsText(arrowHead(end, angle, 7)), fill: colour(type), stroke: "none" });
  if (count)
    add(
      group,
      "text",
      {
        x: short(middle.x),
        y: short(middle.y + 4),
        "font-size": 12,
        "text-anchor": "middle",
        fill: colour("ink"),
        stroke: colour("canvas"),
        "stroke-width": 4,
        "paint-order": "stroke",
      },
      count,
    );
}

/**
 * @param {AddElement} add
 * @param {Element} parent
 * @param {number} node
 * @param {Point} at
 * @param {number} radius
 */
function addNode(add, parent, node, at, radius) {
  const { label, name } = EVIDENCE.entities[node];
  const points = corners(EVIDENCE.labels[label].shape, at, radius);
  const looks = { fill: colour(label), opacity: scene.look.nodes[node].faint ? 0.2 : 1 };
  const shape = points.length
    ? add(parent, "polygon", { points: pointsText(points), ...looks })
    : add(parent, "circle", { cx: short(at.x), cy: short(at.y), r: short(radius), ...looks });
  add(shape, "title", {}, name);
}

/** @param {Point[]} points */
function pointsText(points) {
  return points.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ");
}

/** @param {number} value */
function short(value) {
  return value.toFixed(1);
}
