/**
 * Names, and the counts of quotations, are drawn at the same size at every zoom, the most important first, and only
 * where they cover no other. The leading names may cover nodes that matter less than they do, where nothing else is
 * free; zooming in makes room for the rest.
 */
const CAPTION_SIZE = 12;
const CAPTION_LINE = 14;
/** Captions that are looked at in a picture at all. */
const LOOKED_AT = 2500;
/** Pixels of half a node's height under which a name may cover it. */
const TINY = 3;
/** Where a caption is tried beside its node, in halves of the widths and heights of both: below, above, beside, askew. */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0.8, -0.8],
  [-0.8, -0.8],
];

/**
 * What may get a caption: a node with its name, or a line with its count, whose middle has no size.
 * @typedef {{x: number, y: number, size: number, lines: string[], bold: boolean, leading: boolean, must: boolean}} Captioned
 * @typedef {[left: number, top: number, right: number, bottom: number]} Rectangle
 * @typedef {{lines: string[], box: Rectangle, bold: boolean}} Caption
 */

/** Rectangles on a grid, to see quickly whether a place is free. */
class TakenPlaces {
  /** @type {Map<number, Rectangle[]>} */
  cells = new Map();

  /** @param {Rectangle} box @returns {number[]} */
  cellsOf([left, top, right, bottom]) {
    const cells = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) cells.push(x * 65_536 + y);
    return cells;
  }

  /** @param {Rectangle} box */
  isFree(box) {
    const meets = (/** @type {Rectangle} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return !this.cellsOf(box).some((cell) => this.cells.get(cell)?.some(meets));
  }

  /** @param {Rectangle} box */
  take(box) {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
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
 * Finds every caption its place, or none.
 * @param {CanvasRenderingContext2D} context
 * @param {Captioned[]} wanted in the order of importance, places in pixels
 * @param {Rectangle} sight what of them is in the picture: no caption is cut off at its rim
 * @returns {Caption[]}
 */
function placeCaptions(context, wanted, sight) {
  const [captions, nodes] = [new TakenPlaces(), new TakenPlaces()];
  for (const { x, y, size, leading } of wanted.filter((one) => one.size > TINY)) {
    const body = /** @type {Rectangle} */ ([x - size, y - size, x + size, y + size]);
    nodes.take(body);
    if (leading) captions.take(body);
  }
  const isWhole = (/** @type {Rectangle} */ [left, top, right, bottom]) =>
    left >= sight[0] && top >= sight[1] && right <= sight[2] && bottom <= sight[3];
  return wanted.slice(0, LOOKED_AT).flatMap(({ lines, bold, leading, must, ...node }) => {
    const places = placesBeside(context, node, lines);
    const open = places.filter((box) => isWhole(box) && captions.isFree(box));
    const box =
      open.find((place) => nodes.isFree(place)) ?? (leading ? open[0] : undefined) ?? (must ? places[0] : null);
    if (!box) return [];
    captions.take(box);
    return [{ lines, box, bold }];
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, size: number}} node
 * @param {string[]} lines
 * @returns {Rectangle[]}
 */
function placesBeside(context, { x, y, size }, lines) {
  const width = Math.max(...lines.map((line) => lineWidth(context, line))) + 4;
  const height = lines.length * CAPTION_LINE + 1;
  return (size ? SIDES : [[0, 0]]).map(([across, down]) => {
    const [left, top] = [
      x + across * (width / 2 + size + 1) - width / 2,
      y + down * (height / 2 + size + 1) - height / 2,
    ];
    return [left, top, left + width, top + height];
  });
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
  for (const { lines, box, bold } of captions) {
    context.font = `${bold ? "bold " : ""}${CAPTION_SIZE}px system-ui, sans-serif`;
    lines.forEach((line, row) => {
      const [middle, top] = [(box[0] + box[2]) / 2, box[1] + 1 + row * CAPTION_LINE];
      context.strokeText(line, middle, top);
      context.fillText(line, middle, top);
    });
  }
}
