/**
 * Pixels of the screen that stay free around the nodes when all of them are in the picture: room for their names.
 */
const MARGIN = { side: 75, top: 35, bottom: 60 };
const LARGEST_SCALE = { all: 1.4, some: 1 };
/** The scale under which nodes and lines are magnified, up to double while they cover this share of the picture. */
const READABLE_SCALE = 0.55;
const COVERED = 0.12;
const SMALLEST_RADIUS = 5;
/** The share of the largest radius from which on a name is bold. */
const OUTSTANDING = 0.6;
/** How many names may cover lesser nodes: one for so many square pixels, and no more than that. */
const LEADING = { room: 40_000, most: 24 };

/** The picture: a surface draws nodes and lines, captions.js the names. */
class Scene {
  /**
   * @param {HTMLElement} place
   * @param {{pick: SurfaceEvents["pick"], moved: SurfaceEvents["moved"]}} on
   */
  constructor(place, on) {
    this.place = place;
    this.lines = DRAWING.nodes.map((node) => node.label.split("\n"));
    this.laidOut = DRAWING.nodes.map(({ x, y }) => ({ x, y }));
    /** Lines that may get a count. */
    this.counted = DRAWING.edges.filter((line) => line.label).map((line) => line.id);
    /** @type {Set<number>} */
    this.visible = new Set();
    /** @type {Map<number, Claim[]>} */
    this.claims = new Map();
    /** @type {Look} */
    this.look = { nodes: [], lines: [], magnified: 1 };
    /** @type {number[]} the nodes by size, the largest first */
    this.order = [];
    /** @type {Choice} */
    this.choice = firstChoice();
    /** @type {number | null} */
    this.hovered = null;
    /** @type {Caption[]} */
    this.captions = [];
    /** @type {SurfaceEvents} */
    const events = {
      ...on,
      point: (...pointed) => this.point(...pointed),
      drawn: (context) => this.drawNames(context),
    };
    this.vis = "vis" in globalThis ? new VisSurface(place, events) : null;
    /** @type {Surface} */
    this.surface = this.vis ?? new CanvasSurface(place, events);
    place.addEventListener("pointerleave", () => this.point(null, null, { x: 0, y: 0 }));
    this.frame = /** @type {HTMLElement} */ (place.querySelector(".vis-network"));
    this.frame.setAttribute("role", "application");
    this.frame.setAttribute("aria-label", "Picture of the network");
    this.frame.setAttribute("aria-describedby", "keys");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.surface.paint(this.look));
    addEventListener("beforeprint", () => this.drawFor(true));
    addEventListener("afterprint", () => this.drawFor(false));
  }

  /** @param {Set<number>} visible @param {Map<number, Claim[]>} claims @param {Choice} choice */
  show(visible, claims, choice) {
    Object.assign(this, { visible, claims, choice });
    const radii = radiiBy(choice.size);
    this.order = radii.map((_, node) => node).sort((a, b) => radii[b] - radii[a] || a - b);
    const bright = brightPart(choice, claims);
    const { magnified } = this.look;
    this.look = {
      magnified,
      nodes: EVIDENCE.entities.map((_, node) => ({
        hidden: !visible.has(node),
        faint: bright !== null && !bright.nodes.has(node),
        strong: choice.node === node || choice.to === node,
        radius: radii[node] * magnified,
        pinned: choice.pinned.has(node),
      })),
      lines: EVIDENCE.bundles.map((_, line) => ({
        hidden: !claims.has(line),
        faint: bright !== null && !bright.lines.has(line),
        strong: choice.bundle === line || (choice.to !== null && bright !== null && bright.lines.has(line)),
        pieces: claims.get(line)?.length ?? 0,
      })),
    };
    this.putPinned(choice.pinned);
    this.surface.paint(this.look);
  }

  /**
   * Pinned nodes where the reader put them; nodes that are pinned no more where they were laid out.
   * @param {Choice["pinned"]} pinned
   */
  putPinned(pinned) {
    for (const node of this.wasPinned ?? []) if (!pinned.has(node)) this.surface.put(node, this.laidOut[node]);
    for (const [node, [x, y]] of pinned) this.surface.put(node, { x, y });
    this.wasPinned = new Set(pinned.keys());
  }

  /** Draw at once, in light colours where it is for paper. @param {boolean} isPaper */
  drawFor(isPaper) {
    document.documentElement.classList.toggle("paper", isPaper);
    this.surface.paint(this.look);
    this.surface.draw();
  }

  /** @param {number | null} node @param {number | null} bundle @param {Point} at */
  point(node, bundle, at) {
    const tip = byId("tip");
    const before = this.hovered;
    this.hovered = node;
    if (node !== null) showTip(tip, this.place, nodeWords(node), at);
    else if (bundle !== null) showTip(tip, this.place, bundleWords(bundle), at);
    else tip.hidden = true;
    if (before !== node && this.surface instanceof CanvasSurface) this.surface.redraw();
  }

  /** @param {CanvasRenderingContext2D} context in pixels from the network's origin */
  drawNames(context) {
    this.captions = placeCaptions(context, this.captioned(), this.sight());
    drawCaptions(context, this.captions);
  }

  /** What is in the picture, in pixels from the network's origin. @returns {Rectangle} */
  sight() {
    const [scale, { x, y }] = [this.surface.scale(), this.surface.middle()];
    const [width, height] = [this.place.clientWidth / 2, this.place.clientHeight / 2];
    return [x * scale - width, y * scale - height, x * scale + width, y * scale + height];
  }

  /** What may get a caption, in this order: what is selected, what stands out, counts, the other nodes. */
  captioned() {
    const scale = this.surface.scale();
    const [left, top, right, bottom] = this.sight();
    const isInSight = (/** @type {Point} */ { x, y }) => x > left && x < right && y > top && y < bottom;
    const leaders = Math.min(LEADING.most, ((right - left) * (bottom - top)) / LEADING.room);
    const musts = [this.choice.node, this.choice.to, this.hovered];
    const largest = this.order.find((node) => !this.look.nodes[node].hidden);
    const outstanding = largest === undefined ? 0 : OUTSTANDING * this.look.nodes[largest].radius;
    /** @type {Captioned[][]} */
    const [selected, bold, plain] = [[], [], []];
    for (const node of this.order) {
      const { hidden, faint, radius } = this.look.nodes[node];
      const must = musts.includes(node);
      if (hidden || (faint && !must)) continue;
      const at = this.scaled(node);
      if (!isInSight(at)) continue;
      const leading = must || bold.length + plain.length < leaders;
      const isBold = must || (leading && radius > outstanding);
      const rank = must ? selected : isBold ? bold : plain;
      rank.push({
        ...at,
        size: Math.max(radius * scale, must ? STRONG_RADIUS : 0),
        lines: this.lines[node],
        bold: isBold,
        leading,
        must,
      });
    }
    const counts = this.surface.isDetailed ? this.counts().filter(isInSight) : [];
    return [...selected, ...bold, ...counts, ...plain];
  }

  /** How many quotations a line stands for, at the middle of the line. @returns {Captioned[]} */
  counts() {
    const scale = this.surface.scale();
    return this.counted.flatMap((line) => {
      const { hidden, faint, pieces } = this.look.lines[line];
      if (hidden || faint || pieces < 2) return [];
      const { source, target } = EVIDENCE.bundles[line];
      const rim = this.look.nodes[target].radius * scale;
      const { middle } = lineShape(this.scaled(source), this.scaled(target), rim, bendOf(line));
      return [{ ...middle, size: 0, lines: [String(pieces)], bold: true, leading: false, must: false }];
    });
  }

  /** Where a node is, in pixels from the network's origin. @param {number} node @returns {Point} */
  scaled(node) {
    const [scale, { x, y }] = [this.surface.scale(), this.surface.placeOf(node)];
    return { x: x * scale, y: y * scale };
  }

  /** Where a node is in the picture, in pixels. @param {number} node @returns {Point} */
  onScreen(node) {
    const [left, top] = this.sight();
    const { x, y } = this.scaled(node);
    return { x: x - left, y: y - top };
  }

  /**
   * Bring what is drawn, or the nodes given, into the picture.
   *
   * Computed from the positions and not by vis-network's own `fit`, which knows no node's extent before it has drawn it.
   * @param {number[]} [nodes]
   */
  fit(nodes) {
    const shown = nodes ?? [...this.visible];
    if (shown.length === 0) return;
    const { left, right, top, bottom } = this.extent(shown);
    const side = Math.min(MARGIN.side, this.place.clientWidth / 8);
    const wide = Math.max(this.place.clientWidth - 2 * side, 50) / Math.max(right - left, 1);
    const high = Math.max(this.place.clientHeight - MARGIN.top - MARGIN.bottom, 50) / Math.max(bottom - top, 1);
    const scale = Math.min(wide, high, nodes ? LARGEST_SCALE.some : LARGEST_SCALE.all);
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.surface.moveTo(middle, scale, !still && nodes !== undefined);
    this.magnify(scale);
  }

  /** Enlarge nodes and lines so that they can be seen where the whole is small. @param {number} scale */
  magnify(scale) {
    const { nodes, magnified } = this.look;
    const covered = nodes.reduce((sum, { hidden, radius }) => sum + (hidden ? 0 : (2 * radius * scale) ** 2), 0);
    const room = COVERED * this.place.clientWidth * this.place.clientHeight * magnified ** 2;
    const factor = Math.max(1, Math.min(2, READABLE_SCALE / scale, Math.sqrt(room / covered)));
    if (factor === magnified) return;
    for (const node of nodes) node.radius *= factor / magnified;
    this.look.magnified = factor;
    this.surface.paint(this.look);
  }

  /** @param {number[]} nodes */
  extent(nodes) {
    const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of nodes) {
      const { x, y } = this.surface.placeOf(node);
      extent.left = Math.min(extent.left, x);
      extent.right = Math.max(extent.right, x);
      extent.top = Math.min(extent.top, y);
      extent.bottom = Math.max(extent.bottom, y);
    }
    return extent;
  }
}

/**
 * What stands out: the selected node with its lines, the selected line, or a path; null for everything.
 * @param {Choice} choice
 * @param {Map<number, Claim[]>} claims
 * @returns {{nodes: Set<number>, lines: Set<number>} | null}
 */
function brightPart(choice, claims) {
  if (choice.bundle !== null) {
    const { source, target } = EVIDENCE.bundles[choice.bundle];
    return { nodes: new Set([source, target]), lines: new Set([choice.bundle]) };
  }
  if (choice.node === null) return null;
  if (choice.to !== null) {
    const path = shortestPath(choice.node, choice.to, claims) ?? [choice.node, choice.to];
    return {
      nodes: new Set(path),
      lines: new Set(path.slice(1).flatMap((node, before) => linesBetween(path[before], node, claims))),
    };
  }
  return { nodes: within(choice.node, 1, claims), lines: new Set(bundlesAt[choice.node]) };
}

/**
 * Half the height of each node in pixels at full scale: its area grows with the measure.
 * @param {string} name
 */
function radiiBy(name) {
  // The nodes were laid out at the size that their neighbours give them.
  if (name === DEGREE) return DRAWING.nodes.map((node) => node.size);
  const { values } = EVIDENCE.measures[name];
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  return values.map((value) => SMALLEST_RADIUS + (most ? 25 * Math.sqrt(value / most) : 0));
}

/** @param {HTMLElement} tip @param {HTMLElement} place @param {string} words @param {Point} at */
function showTip(tip, place, words, at) {
  tip.textContent = words;
  tip.hidden = false;
  const left = Math.min(at.x + 14, place.clientWidth - tip.offsetWidth - 4);
  const below = at.y + 14 + tip.offsetHeight < place.clientHeight;
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${below ? at.y + 14 : Math.max(4, at.y - tip.offsetHeight - 10)}px`;
}
