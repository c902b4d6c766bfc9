/**
 * What draws the nodes and lines, as the scene sees it.
 * @typedef {{hidden: boolean, faint: boolean, strong: boolean, radius: number, pinned: boolean}} NodeLook
 * @typedef {{hidden: boolean, faint: boolean, strong: boolean, pieces: number}} LineLook
 * @typedef {{nodes: NodeLook[], lines: LineLook[], magnified: number}} Look
 * @typedef {{
 *   pick: (node: number | null, bundle: number | null, more: boolean) => void,
 *   point: (node: number | null, bundle: number | null, at: Point) => void,
 *   moved: (node: number) => void,
 *   drawn: (context: CanvasRenderingContext2D) => void}} SurfaceEvents
 * @typedef {{
 *   paint: (look: Look) => void,
 *   placeOf: (node: number) => Point,
 *   put: (node: number, at: Point) => void,
 *   moveTo: (middle: Point, scale: number, slowly: boolean) => void,
 *   scale: () => number,
 *   middle: () => Point,
 *   isDetailed: boolean,
 *   draw: () => void}} Surface
 */

/**
 * vis-network as pyvis brings it along: drags, springs, bent and dashed lines; for networks of up to some 1,500
 * lines.
 */
class VisSurface {
  /** @param {HTMLElement} place @param {SurfaceEvents} on */
  constructor(place, on) {
    // Names and counts are drawn by captions.js, so vis-network gets nodes and lines without them.
    this.nodes = new vis.DataSet(DRAWING.nodes.map(({ label, ...node }) => ({ ...node, hidden: true })));
    this.edges = new vis.DataSet(DRAWING.edges.map(({ label, ...line }) => ({ ...line, hidden: true })));
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, DRAWING.options);
    /** Whether springs move the nodes. Only then a pinned node is fixed: vis-network lets nobody drag one that is. */
    this.moves = false;
    /** Whether lines have their bends. */
    this.isDetailed = true;
    /** @type {Look | null} */
    this.look = null;
    this.listen(on);
  }

  /** @param {SurfaceEvents} on */
  listen(on) {
    const { network } = this;
    network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
      context.save();
      context.scale(1 / this.scale(), 1 / this.scale());
      on.drawn(context);
      context.restore();
    });
    network.on("click", (/** @type {any} */ event) => {
      const [node = null, bundle = null] = [event.nodes[0], event.nodes.length ? null : event.edges[0]];
      on.pick(node, bundle, event.event.srcEvent.shiftKey);
    });
    network.on("hoverNode", (/** @type {any} */ event) => on.point(event.node, null, event.pointer.DOM));
    network.on("hoverEdge", (/** @type {any} */ event) => on.point(null, event.edge, event.pointer.DOM));
    for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"])
      network.on(gone, () => on.point(null, null, { x: 0, y: 0 }));
    network.on("dragEnd", (/** @type {any} */ event) => {
      if (event.nodes.length) on.moved(event.nodes[0]);
    });
  }

  /** @param {Look} look */
  paint(look) {
    this.look = look;
    const [ink, paper] = [colour("ink"), colour("canvas")];
    const fills = Object.fromEntries(Object.keys(EVIDENCE.labels).map((label) => [label, colour(label)]));
    const strokes = Object.fromEntries(Object.keys(EVIDENCE.types).map((type) => [type, colour(type)]));
    this.nodes.update(
      look.nodes.map(({ hidden, faint, strong, radius, pinned }, id) => {
        const background = fills[EVIDENCE.entities[id].label];
        const color = { background, border: strong || pinned ? ink : paper, hover: { background, border: ink } };
        return {
          id,
          hidden,
          opacity: faint ? FAINT.node : 1,
          color,
          size: radius,
          borderWidth: strong ? 4 : pinned ? 2.5 : 1.5,
          fixed: pinned && this.moves,
        };
      }),
    );
    this.edges.update(
      look.lines.map(({ hidden, faint, strong }, id) => {
        const stroke = strokes[EVIDENCE.bundles[id].type];
        const color = { color: stroke, highlight: stroke, hover: stroke, opacity: faint ? FAINT.line : 0.8 };
        const width = look.magnified * (DRAWING.edges[id].width + (strong ? 2 : 0));
        return { id, hidden, color, width, arrows: { to: { scaleFactor: 0.45 * look.magnified } } };
      }),
    );
  }

  /** @param {number} node @returns {Point} */
  placeOf(node) {
    return this.network.getPosition(node);
  }

  /** @param {number} node @param {Point} at */
  put(node, at) {
    this.network.moveNode(node, at.x, at.y);
  }

  scale() {
    return this.network.getScale();
  }

  /** @returns {Point} */
  middle() {
    return this.network.getViewPosition();
  }

  /** @param {Point} middle @param {number} scale @param {boolean} slowly */
  moveTo(middle, scale, slowly) {
    this.network.setSize("100%", "100%"); // now, and not when vis-network notices: a later resize would zoom
    this.network.moveTo({ position: middle, scale, animation: slowly ? { duration: 350 } : false });
  }

  draw() {
    this.network.redraw();
  }

  /** @param {boolean} on */
  physics(on) {
    this.moves = on;
    if (this.look) this.paint(this.look);
    this.network.setOptions({ physics: { enabled: on } });
  }
}
