/**
 * Names are drawn at the same size at every zoom, the most important first, and only where they cover no other
 * name. The leading names may cover nodes that matter less than they do; zooming in makes room for the rest.
 */
const CAPTION_SIZE = 12;
const CAPTION_LINE = 14;
/** Names that come before the nodes of all others, and names that are looked at in a picture at all. */
const LEADING = 24;
const LOOKED_AT = 2500;
/** Pixels of half a node's height under which a name may cover it. */
const TINY = 3;

/**
 * @typedef {{number: number, x: number, y: number, size: number, lines: string[], faint: boolean, must: boolean}} Captioned
 * @typedef {[left: number, top: number, right: number, bottom: number]} Rectangle
 * @typedef {{number: number, lines: string[], box: Rectangle, faint: boolean, must: boolean}} Caption
 */

/** Rectangles on a grid, to see quickly whether a place is free. */
class TakenPlaces {
  constructor() {
    /** @type {Map<number, Rectangle[]>} */
    this.cells = new Map();
  }

  /** @param {Rectangle} box @param {(cell: number) => boolean} visit */
  someCell([left, top, right, bottom], visit) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) if (visit(x * 65_536 + y)) return true;
    return false;
  }

  /** @param {Rectangle} box */
  isFree(box) {
    const meets = (/** @type {Rectangle} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return !this.someCell(box, (cell) => (this.cells.get(cell) ?? []).some(meets));
  }

  /** @param {Rectangle} box */
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

/**
 * Width in pixels of one line of a caption, with room for it to be bold.
 * @param {CanvasRenderingContext2D} context
 * @param {string} line
 */
function lineWidth(context, line) {
  let width = measured.get(line);
  if (width === undefined) {
    context.font = `bold ${CAPTION_SIZE}px system-ui, sans-serif`;
    width = context.measureText(line).width;
    measured.set(line, width);
  }
  return width;
}

/**
 * Finds every name its place, or none.
 * @param {CanvasRenderingContext2D} context
 * @param {Captioned[]} nodes in the order of importance, places in pixels
 * @param {Rectangle} sight what of them is in the picture: no name is cut off at its rim
 * @returns {Caption[]}
 */
function placeCaptions(context, nodes, sight) {
  const taken = new TakenPlaces();
  /** @param {Captioned} node @returns {Rectangle} */
  const body = ({ x, y, size }) => [x - size, y - size, x + size, y + size];
  const [leading, others] = [nodes.slice(0, LEADING), nodes.slice(LEADING)];
  for (const node of leading) taken.take(body(node));
  /** @type {Caption[]} */
  const captions = [];
  /** @param {Captioned} node */
  const place = (node) => {
    const box = captionPlace(context, node, taken, sight);
    if (!box) return;
    taken.take(box);
    captions.push({ number: node.number, lines: node.lines, box, faint: node.faint, must: node.must });
  };
  leading.forEach(place);
  for (const node of others) if (node.size > TINY) taken.take(body(node));
  others.slice(0, LOOKED_AT).forEach(place);
  return captions;
}

/**
 * The first free place: under the node, over it, right, left.
 * @param {CanvasRenderingContext2D} context
 * @param {Captioned} node
 * @param {TakenPlaces} taken
 * @param {Rectangle} sight
 * @returns {Rectangle | null}
 */
function captionPlace(context, node, taken, sight) {
  const width = Math.max(...node.lines.map((line) => lineWidth(context, line))) + 4;
  const height = node.lines.length * CAPTION_LINE + 1;
  const { x, y, size } = node;
  /** @type {Rectangle[]} */
  const places = [
    [x - width / 2, y + size + 1],
    [x - width / 2, y - size - height - 1],
    [x + size + 1, y - height / 2],
    [x - size - width - 1, y - height / 2],
  ].map(([left, top]) => [left, top, left + width, top + height]);
  const isWhole = (/** @type {Rectangle} */ [left, top, right, bottom]) =>
    left >= sight[0] && top >= sight[1] && right <= sight[2] && bottom <= sight[3];
  return places.find((box) => isWhole(box) && taken.isFree(box)) ?? (node.must ? places[0] : null);
}

/**
 * @param {CanvasRenderingContext2D} context in pixels from the network's origin
 * @param {Caption[]} captions
 */
function drawCaptions(context, captions) {
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colour("canvas");
  context.fillStyle = colour("ink");
  for (const { lines, box, faint, must } of captions) {
    context.globalAlpha = faint ? 0.35 : 1;
    context.font = `${must ? "bold " : ""}${CAPTION_SIZE}px system-ui, sans-serif`;
    lines.forEach((line, row) => {
      const [middle, top] = [(box[0] + box[2]) / 2, box[1] + 1 + row * CAPTION_LINE];
      context.strokeText(line, middle, top);
      context.fillText(line, middle, top);
    });
  }
  context.globalAlpha = 1;
}
