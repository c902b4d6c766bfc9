/** Where lines and shapes run: the same for the canvas, the SVG file and the legend. */

/** @typedef {{x: number, y: number}} Point */

/** How opaque is what stands back while something else is selected. */
const FAINT = { node: 0.22, line: 0.13 };

/** The shapes of nodes as SVG paths around (0, 0), about 1 high from there; vis-network draws its own. */
const SHAPES = /** @type {Record<string, string>} */ ({
  dot: "M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0Z",
  square: "M-1-1H1V1H-1Z",
  triangle: "M0-1.25 1.08.63H-1.08Z",
  star: "M0-1.3 .32-.45 1.24-.4 .52.17 .76 1.05 0 .55-.76 1.05-.52.17-1.24-.4-.32-.45Z",
  diamond: "M0-1.1 1.1 0 0 1.1-1.1 0Z",
});

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

/** Pixels from the tip of an arrow head to its other corners. */
const ARROW = 7;

/**
 * The three corners of an arrow head.
 * @param {Point} tip
 * @param {number} angle
 * @returns {Point[]}
 */
function arrowHead(tip, angle) {
  const side = (/** @type {number} */ turn) => ({
    x: tip.x - ARROW * Math.cos(angle + turn),
    y: tip.y - ARROW * Math.sin(angle + turn),
  });
  return [tip, side(0.4), side(-0.4)];
}
