/** Where lines and shapes run: the same for the canvas, the SVG file and the legend. */

/** @typedef {{x: number, y: number}} Point */

/**
 * The corners of a shape around a point; none for a dot.
 * @param {string} shape
 * @param {Point} at
 * @param {number} radius
 * @returns {Point[]}
 */
function corners(shape, at, radius) {
  /** @param {number} count @param {(corner: number) => number} reach @param {number} turn */
  const around = (count, reach, turn = 0) =>
    Array.from({ length: count }, (_, corner) => {
      const angle = ((corner + turn) * 2 * Math.PI) / count;
      return { x: at.x + radius * reach(corner) * Math.sin(angle), y: at.y - radius * reach(corner) * Math.cos(angle) };
    });
  if (shape === "square") return around(4, () => Math.SQRT2, 0.5);
  if (shape === "triangle") return around(3, () => 1.25);
  if (shape === "star") return around(10, (corner) => (corner % 2 ? 0.55 : 1.3));
  if (shape === "diamond") return around(4, () => 1.1);
  return [];
}

/**
 * A line from one node to the rim of another, bent aside where others run between the same two.
 * @param {Point} from @param {Point} to @param {number} rim @param {number} bend share of the length, signed
 * @returns {{start: Point, control: Point, end: Point, middle: Point, angle: number}}
 */
function lineShape(from, to, rim, bend) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + bend * dy, y: (from.y + to.y) / 2 - bend * dx };
  const angle = Math.atan2(to.y - control.y, to.x - control.x);
  const end = { x: to.x - rim * Math.cos(angle), y: to.y - rim * Math.sin(angle) };
  const middle = { x: from.x / 4 + control.x / 2 + end.x / 4, y: from.y / 4 + control.y / 2 + end.y / 4 };
  return { start: from, control, end, middle, angle };
}

/**
 * The three corners of an arrow head.
 * @param {Point} tip
 * @param {number} angle
 * @param {number} length
 * @returns {Point[]}
 */
function arrowHead(tip, angle, length) {
  const side = (/** @type {number} */ turn) => ({
    x: tip.x - length * Math.cos(angle + turn),
    y: tip.y - length * Math.sin(angle + turn),
  });
  return [tip, side(0.4), side(-0.4)];
}

/**
 * How far a point is from a line, in whatever unit the line has.
 * @param {Point} at
 * @param {Point} from
 * @param {Point} to
 * @param {number} bend
 */
function distanceToLine(at, from, to, bend) {
  if (!bend) return distanceToSegment(at, from, to);
  const { control } = lineShape(from, to, 0, bend);
  const steps = Array.from({ length: 9 }, (_, step) => {
    const share = step / 8;
    const [first, second, third] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    return {
      x: first * from.x + second * control.x + third * to.x,
      y: first * from.y + second * control.y + third * to.y,
    };
  });
  return Math.min(...steps.slice(1).map((step, before) => distanceToSegment(at, steps[before], step)));
}

/** @param {Point} at @param {Point} from @param {Point} to */
function distanceToSegment(at, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length ? Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length)) : 0;
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
