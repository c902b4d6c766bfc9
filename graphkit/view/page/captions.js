/**
 * Names are drawn at the same size at every zoom, the most important first, and only where they cover neither
 * another name nor another node; zooming in makes room for the rest.
 */
const CAPTION_SIZE = 12;
const CAPTION_LINE = 14;

/** Rectangles on a grid, to see quickly whether a place is free. */
class TakenPlaces {
  constructor() {
    /** @type {Map<string, number[][]>} */
    this.cells = new Map();
  }

  /** @param {number[]} box left, top, right, bottom in pixels @param {(cell: string) => boolean} visit */
  someCell([left, top, right, bottom], visit) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) if (visit(`${x},${y}`)) return true;
    return false;
  }

  /** @param {number[]} box */
  isFree(box) {
    const meets = (/** @type {number[]} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return !this.someCell(box, (cell) => (this.cells.get(cell) ?? []).some(meets));
  }

  /** @param {number[]} box */
  take(box) {
    this.someCell(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
      return false;
    });
  }
}

/** @type {Map<string, number>} */
const measured = new Map();

/** Width in pixels of one line of a caption. @param {CanvasRenderingContext2D} context @param {string} line */
function lineWidth(context, line) {
  let width = measured.get(line);
  if (width === undefined) {
    context.font = `${CAPTION_SIZE}px system-ui, sans-serif`;
    width = context.measureText(line).width;
    measured.set(line, width);
  }
  return width;
}

/**
 * @param {CanvasRenderingContext2D} context with vis-network's transformation: one unit is `scale` pixels
 * @param {{number: number, x: number, y: number, size: number, lines: string[], faint: boolean, must: boolean}[]} nodes
 *   in the order of importance, places in pixels relative to the origin
 * @param {number} scale
 * @returns {number[]} the nodes whose names were drawn
 */
function drawCaptions(context, nodes, scale) {
  const taken = new TakenPlaces();
  for (const { x, y, size } of nodes) taken.take([x - size, y - size, x + size, y + size]);
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3;
  const [ink, paper] = [colour("ink"), colour("canvas")];
  const drawn = [];
  for (const node of nodes) {
    const box = captionPlace(context, node, taken);
    if (!box) continue;
    taken.take(box);
    drawn.push(node.number);
    context.globalAlpha = node.faint ? 0.35 : 1;
    context.font = `${node.must ? "bold " : ""}${CAPTION_SIZE}px system-ui, sans-serif`;
    context.strokeStyle = paper;
    context.fillStyle = ink;
    node.lines.forEach((line, row) => {
      const [middle, top] = [(box[0] + box[2]) / 2, box[1] + 1 + row * CAPTION_LINE];
      context.strokeText(line, middle, top);
      context.fillText(line, middle, top);
    });
  }
  context.restore();
  return drawn;
}

/** The first free place: under the node, over it, right, left. @returns {number[] | null} */
function captionPlace(/** @type {CanvasRenderingContext2D} */ context, /** @type {any} */ node, /** @type {TakenPlaces} */ taken) {
  const width = Math.max(...node.lines.map((/** @type {string} */ line) => lineWidth(context, line))) + 4;
  const height = node.lines.length * CAPTION_LINE + 1;
  const { x, y, size } = node;
  const places = [
    [x - width / 2, y + size + 1],
    [x - width / 2, y - size - height - 1],
    [x + size + 1, y - height / 2],
    [x - size - width - 1, y - height / 2],
  ].map(([left, top]) => [left, top, left + width, top + height]);
  return places.find((box) => taken.isFree(box)) ?? (node.must ? places[0] : null);
}
