/** Pixels of the screen that stay free around the nodes when all of them are in the picture: room for their names. */
const MARGIN = { side: 75, top: 35, bottom: 60 };
const LARGEST_SCALE = 1.4;

/** The picture: vis-network draws nodes and lines, captions.js the names. */
class Scene {
  /**
   * @param {HTMLElement} place
   * @param {{pickNode: (node: number) => void, pickBundle: (bundle: number) => void, pickNothing: () => void}} on
   */
  constructor(place, on) {
    this.place = place;
    /** @type {Map<number, DrawnNode>} */
    this.drawn = new Map(DRAWING.nodes.map((node) => [node.id, node]));
    this.order = DRAWING.nodes.map((node) => node.id).sort((a, b) => this.size(b) - this.size(a) || a - b);
    this.lines = DRAWING.nodes.map((node) => node.label.split("\n"));
    /** @type {Set<number>} */
    this.visible = new Set();
    /** @type {Set<number> | null} the nodes that stand out; null for all */
    this.bright = null;
    /** @type {number | null} */
    this.selected = null;
    /** @type {number | null} */
    this.hovered = null;
    /** @type {number[]} */
    this.captioned = [];
    // Names are drawn by captions.js, so vis-network gets nodes without them.
    this.nodes = new vis.DataSet(DRAWING.nodes.map(({ label, ...node }) => ({ ...node, hidden: true })));
    this.edges = new vis.DataSet(DRAWING.edges.map((line) => ({ ...line, hidden: true })));
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, DRAWING.options);
    this.listen(place, on);
  }

  /** @param {HTMLElement} place @param {any} on */
  listen(place, on) {
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.drawNames(context));
    this.network.on("click", (/** @type {any} */ event) => {
      if (event.nodes.length) on.pickNode(event.nodes[0]);
      else if (event.edges.length) on.pickBundle(event.edges[0]);
      else on.pickNothing();
    });
    const tip = byId("tip");
    const hide = () => {
      tip.hidden = true;
      this.hovered = null;
    };
    this.network.on("hoverNode", (/** @type {any} */ event) => {
      this.hovered = event.node;
      showTip(tip, place, nodeWords(event.node), event.pointer.DOM);
    });
    this.network.on("hoverEdge", (/** @type {any} */ event) => {
      if (this.hovered === null) showTip(tip, place, bundleWords(event.edge), event.pointer.DOM);
    });
    for (const gone of ["blurNode", "blurEdge", "dragStart", "zoom"]) this.network.on(gone, hide);
    place.addEventListener("pointerleave", hide);
    const frame = /** @type {HTMLElement} */ (place.querySelector(".vis-network"));
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", "Picture of the network");
    frame.setAttribute("aria-describedby", "keys");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  /** @param {number} node */
  size(node) {
    return /** @type {DrawnNode} */ (this.drawn.get(node)).size;
  }

  /**
   * @param {Set<number>} nodes
   * @param {Map<number, Claim[]>} claims
   * @param {{node: number | null, bundle: number | null}} choice
   */
  show(nodes, claims, choice) {
    this.visible = nodes;
    this.claims = claims;
    this.selected = choice.node;
    this.bright = choice.node !== null ? within(choice.node, 1, claims) : null;
    if (choice.bundle !== null) {
      const { source, target } = EVIDENCE.bundles[choice.bundle];
      this.bright = new Set([source, target]);
    }
    this.selectedBundle = choice.bundle;
    this.paint();
    this.network.setSelection(
      {
        nodes: choice.node !== null && nodes.has(choice.node) ? [choice.node] : [],
        edges: choice.bundle !== null && claims.has(choice.bundle) ? [choice.bundle] : [],
      },
      { highlightEdges: false },
    );
  }

  /** Colours, faintness and what is hidden, in the present colour scheme. */
  paint() {
    const [ink, paper, muted] = [colour("ink"), colour("canvas"), colour("muted")];
    const fills = Object.fromEntries(Object.keys(EVIDENCE.labels).map((label) => [label, colour(label)]));
    const strokes = Object.fromEntries(Object.keys(EVIDENCE.types).map((type) => [type, colour(type)]));
    this.nodes.update(
      EVIDENCE.entities.map((entity, id) => {
        const fill = { background: fills[entity.label], border: paper };
        const strong = { background: fills[entity.label], border: ink };
        const color = { ...fill, highlight: strong, hover: strong };
        return { id, hidden: !this.visible.has(id), opacity: this.isBright(id) ? 1 : 0.2, color };
      }),
    );
    this.edges.update(
      EVIDENCE.bundles.map(({ type, source, target }, id) => {
        const bright = this.isBrightLine(id, source, target);
        const passing = this.claims?.get(id)?.length ?? 0;
        const line = { color: strokes[type], highlight: strokes[type], hover: strokes[type], opacity: bright ? 0.8 : 0.12 };
        const font = { color: bright ? ink : muted, strokeColor: paper };
        const count = DRAWING.edges[id].label && bright && passing > 1 ? { label: String(passing) } : { label: undefined };
        return { id, hidden: passing === 0, color: line, font, ...count };
      }),
    );
  }

  /** @param {number} node */
  isBright(node) {
    return this.bright === null || this.bright.has(node);
  }

  /** @param {number} bundle @param {number} source @param {number} target */
  isBrightLine(bundle, source, target) {
    if (this.selectedBundle !== null && this.selectedBundle !== undefined) return bundle === this.selectedBundle;
    return this.selected === null || source === this.selected || target === this.selected;
  }

  /** @param {CanvasRenderingContext2D} context */
  drawNames(context) {
    const scale = this.network.getScale();
    const positions = this.network.getPositions();
    const wanted = [this.selected, this.hovered];
    const bright = this.order.filter((node) => this.visible.has(node) && this.isBright(node));
    const faint = this.order.filter((node) => this.visible.has(node) && !this.isBright(node));
    const ranked = [...wanted.filter((node) => node !== null && this.visible.has(node)), ...bright, ...faint];
    const nodes = [...new Set(ranked)].map((node) => ({
      number: /** @type {number} */ (node),
      x: positions[/** @type {number} */ (node)].x * scale,
      y: positions[/** @type {number} */ (node)].y * scale,
      size: this.size(/** @type {number} */ (node)) * scale,
      lines: this.lines[/** @type {number} */ (node)],
      faint: !this.isBright(/** @type {number} */ (node)),
      must: wanted.includes(node),
    }));
    this.captioned = drawCaptions(context, nodes, scale);
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
    this.network.setSize("100%", "100%"); // now, and not when vis-network notices: a later resize would zoom
    const places = Object.values(this.network.getPositions(shown));
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const wide = Math.max(this.place.clientWidth - 2 * MARGIN.side, 50) / Math.max(right - left, 1);
    const high = Math.max(this.place.clientHeight - MARGIN.top - MARGIN.bottom, 50) / Math.max(bottom - top, 1);
    const scale = Math.min(wide, high, LARGEST_SCALE);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.network.moveTo({ position, scale, animation: still || !nodes ? false : { duration: 350 } });
  }

  /** @param {boolean} on */
  physics(on) {
    this.network.setOptions({ physics: { enabled: on } });
  }
}

/** @param {HTMLElement} tip @param {HTMLElement} place @param {string} words @param {{x: number, y: number}} at */
function showTip(tip, place, words, at) {
  tip.textContent = words;
  tip.hidden = false;
  const left = Math.min(at.x + 14, place.clientWidth - tip.offsetWidth - 4);
  const below = at.y + 14 + tip.offsetHeight < place.clientHeight;
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${below ? at.y + 14 : Math.max(4, at.y - tip.offsetHeight - 10)}px`;
}
