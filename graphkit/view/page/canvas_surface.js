/**
 * A plain canvas for networks that vis-network draws too slowly. Far away, lines are straight and drawn in bulk;
 * where few enough are in sight, or stand out, they get their bends, dashes and arrows. While the picture moves, a
 * still of it is moved.
 */
const FEW_LINES = 1500;
const BULK = 400;
/** How far a still may be moved (as a share of the picture) and zoomed before the picture is drawn anew. */
const STILL = { shift: 0.35, smallest: 0.5, largest: 2.5 };
/** Milliseconds without a move after which the picture rests: let go, and while a pointer holds it. */
const REST = { free: 140, held: 600 };
/** Pixels of half a node's height up to which it is a mere square. */
const SMALL = 2.2;
/** Pixels from a line within which a pointer is on it. */
const REACH = 5;
/** Half the height that a selected node has at least, in pixels. */
const STRONG_RADIUS = 6;

class CanvasSurface {
  /** @param {HTMLElement} place @param {SurfaceEvents} on */
  constructor(place, on) {
    this.place = place;
    this.on = on;
    this.canvas = /** @type {HTMLCanvasElement} */ (element("canvas", {}));
    const frame = element("div", { class: "vis-network", tabindex: "0" }, this.canvas);
    place.append(frame);
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { alpha: false }));
    this.x = Float64Array.from(DRAWING.nodes, (node) => node.x);
    this.y = Float64Array.from(DRAWING.nodes, (node) => node.y);
    this.bends = DRAWING.edges.map((_, line) => bendOf(line));
    this.view = { x: 0, y: 0, scale: 1 };
    /** Pixels from the picture's corner to the network's origin. */
    this.origin = { x: 0, y: 0 };
    this.size = { width: 0, height: 0 };
    /** @type {Look} */
    this.look = { nodes: [], lines: [], magnified: 1 };
    /** Whether so few lines are in sight that they have their bends. */
    this.isDetailed = false;
    /** @type {number[]} the lines that were drawn last */
    this.drawn = [];
    this.shapes = Object.fromEntries(
      Object.entries(EVIDENCE.labels).map(([label, { shape }]) => [label, new Path2D(SHAPES[shape])]),
    );
    this.moving = false;
    this.held = false;
    this.asked = false;
    this.resting = 0;
    this.still = /** @type {HTMLCanvasElement} */ (element("canvas", {}));
    /** @type {{x: number, y: number, scale: number} | null} the view that the still shows */
    this.stillView = null;
    new ResizeObserver(() => this.redraw()).observe(place);
    listenToGestures(frame, this, on);
  }

  /** @param {Look} look */
  paint(look) {
    this.look = look;
    this.stillView = null;
    this.colours = Object.fromEntries(
      ["ink", "canvas", ...Object.keys(EVIDENCE.labels), ...Object.keys(EVIDENCE.types)].map((name) => [
        name,
        colour(name),
      ]),
    );
    this.redraw();
  }

  /** Draw at the next frame. */
  redraw() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw();
    });
  }

  /**
   * Move the picture: a still of it now, drawn in full when it rests.
   * @param {{x: number, y: number, scale: number}} view
   */
  glide(view) {
    this.view = view;
    this.moving = true;
    clearTimeout(this.resting);
    this.resting = setTimeout(
      () => {
        this.moving = false;
        this.redraw();
      },
      this.held ? REST.held : REST.free,
    );
    this.redraw();
  }

  draw() {
    const { canvas, context } = this;
    const density = devicePixelRatio;
    this.measure();
    const [width, height] = [Math.round(this.size.width * density), Math.round(this.size.height * density)];
    const isResized = canvas.width !== width || canvas.height !== height;
    if (isResized) [canvas.width, canvas.height] = [width, height];
    context.setTransform(density, 0, 0, density, 0, 0);
    context.fillStyle = this.colours?.canvas ?? "";
    context.fillRect(0, 0, width, height);
    if (this.moving && !isResized && this.drawStill()) return;
    this.drawLines();
    this.drawNodes();
    // Names are drawn relative to the origin of the network.
    context.setTransform(density, 0, 0, density, density * this.origin.x, density * this.origin.y);
    this.on.drawn(context);
    this.keepStill(!this.isDetailed);
  }

  /** Keep what was just drawn, where drawing it takes long. @param {boolean} isSlow */
  keepStill(isSlow) {
    this.stillView = isSlow ? { ...this.view } : null;
    if (!isSlow) return;
    [this.still.width, this.still.height] = [this.canvas.width, this.canvas.height];
    this.still.getContext("2d", { alpha: false })?.drawImage(this.canvas, 0, 0);
  }

  /** Draw the still moved and zoomed to the present view. @returns {boolean} whether there is one that is near enough */
  drawStill() {
    if (!this.stillView) return false;
    const { width, height } = this.size;
    const zoomed = this.view.scale / this.stillView.scale;
    const x = (this.stillView.x - this.view.x) * this.view.scale;
    const y = (this.stillView.y - this.view.y) * this.view.scale;
    if (zoomed < STILL.smallest || zoomed > STILL.largest) return false;
    if (Math.abs(x) > STILL.shift * width || Math.abs(y) > STILL.shift * height) return false;
    const [left, top] = [x + (width * (1 - zoomed)) / 2, y + (height * (1 - zoomed)) / 2];
    this.context.drawImage(this.still, left, top, width * zoomed, height * zoomed);
    return true;
  }

  /** Where the network lies in the picture now: read once, not for each node. */
  measure() {
    this.size = { width: this.place.clientWidth, height: this.place.clientHeight };
    this.origin = {
      x: this.size.width / 2 - this.view.x * this.view.scale,
      y: this.size.height / 2 - this.view.y * this.view.scale,
    };
  }

  /** @param {number} node @returns {Point} in pixels of the picture */
  onScreen(node) {
    return { x: this.x[node] * this.view.scale + this.origin.x, y: this.y[node] * this.view.scale + this.origin.y };
  }

  drawLines() {
    const seen = this.linesInSight();
    this.isDetailed = seen.length <= FEW_LINES;
    this.drawn = this.isDetailed ? seen : seen.filter((line) => !this.look.lines[line].faint);
    if (this.drawn.length <= FEW_LINES) for (const line of this.drawn) this.drawLine(line);
    else this.drawInBulk(this.drawn);
  }

  /** Straight lines, the fainter the more there are. @param {number[]} lines */
  drawInBulk(lines) {
    this.context.globalAlpha = Math.max(0.025, Math.min(0.7, 1000 / lines.length));
    this.context.lineWidth = 1;
    for (const type of Object.keys(EVIDENCE.types)) {
      this.context.strokeStyle = this.colours?.[type] ?? "";
      this.strokeInBulk(lines.filter((line) => EVIDENCE.bundles[line].type === type));
    }
    this.context.globalAlpha = 1;
  }

  /** Some hundred to a path: more make a path slow. @param {number[]} lines */
  strokeInBulk(lines) {
    const { context } = this;
    const { scale } = this.view;
    const { x: left, y: top } = this.origin;
    for (let first = 0; first < lines.length; first += BULK) {
      context.beginPath();
      for (const line of lines.slice(first, first + BULK)) {
        const { source, target } = EVIDENCE.bundles[line];
        context.moveTo(this.x[source] * scale + left, this.y[source] * scale + top);
        context.lineTo(this.x[target] * scale + left, this.y[target] * scale + top);
      }
      context.stroke();
    }
  }

  /** The lines that may cross the picture. */
  linesInSight() {
    const { width, height } = this.size;
    const { scale } = this.view;
    const { x: left, y: top } = this.origin;
    const [low, high, up, down] = [-left / scale, (width - left) / scale, -top / scale, (height - top) / scale];
    const { x, y } = this;
    const seen = [];
    for (let line = 0; line < this.bends.length; line += 1) {
      if (this.look.lines[line]?.hidden !== false) continue;
      const { source, target } = EVIDENCE.bundles[line];
      if ((x[source] < low && x[target] < low) || (x[source] > high && x[target] > high)) continue;
      if ((y[source] < up && y[target] < up) || (y[source] > down && y[target] > down)) continue;
      seen.push(line);
    }
    return seen;
  }

  /** One line with all it has to say. @param {number} line */
  drawLine(line) {
    const { context } = this;
    const { type } = EVIDENCE.bundles[line];
    const { faint, strong } = this.look.lines[line];
    context.globalAlpha = faint ? FAINT.line : 0.8;
    context.strokeStyle = context.fillStyle = this.colours?.[type] ?? "";
    context.lineWidth = DRAWING.edges[line].width + (strong ? 2 : 0);
    context.setLineDash(EVIDENCE.types[type].dashes);
    const { end, angle } = this.traceLine(line, this.bends[line]);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    for (const { x, y } of arrowHead(end, angle)) context.lineTo(x, y);
    context.fill();
    context.globalAlpha = 1;
  }

  /** Make a line the path of the canvas. @param {number} line @param {number} bend */
  traceLine(line, bend) {
    const { source, target } = EVIDENCE.bundles[line];
    const shape = lineShape(this.onScreen(source), this.onScreen(target), this.radius(target), bend);
    const { start, control, end } = shape;
    this.context.beginPath();
    this.context.moveTo(start.x, start.y);
    this.context.quadraticCurveTo(control.x, control.y, end.x, end.y);
    return shape;
  }

  drawNodes() {
    const { context } = this;
    for (const faint of [true, false])
      for (const label of Object.keys(EVIDENCE.labels)) {
        context.globalAlpha = faint ? FAINT.node : 1;
        context.fillStyle = this.colours?.[label] ?? "";
        context.beginPath();
        const large = nodesByLabel[label].filter(
          (node) => this.look.nodes[node]?.faint === faint && !this.drawSmall(node),
        );
        context.fill();
        for (const node of large) this.drawNode(label, node);
      }
    context.globalAlpha = 1;
  }

  /**
   * Add a node that is too small for a shape to the path, or leave out one that is not in sight.
   * @param {number} node
   * @returns {boolean} whether that is all
   */
  drawSmall(node) {
    if (this.look.nodes[node].hidden) return true;
    const radius = this.radius(node);
    const x = this.x[node] * this.view.scale + this.origin.x;
    const y = this.y[node] * this.view.scale + this.origin.y;
    if (x < -radius || y < -radius || x > this.size.width + radius || y > this.size.height + radius) return true;
    if (radius > SMALL) return false;
    this.context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    return true;
  }

  /** @param {string} label @param {number} node */
  drawNode(label, node) {
    const { context } = this;
    const { strong, pinned } = this.look.nodes[node];
    const [{ x, y }, radius] = [this.onScreen(node), this.radius(node)];
    context.save();
    context.translate(x, y);
    context.scale(radius, radius);
    context.fill(this.shapes[label]);
    context.strokeStyle = (strong || pinned ? this.colours?.ink : this.colours?.canvas) ?? "";
    context.lineWidth = (strong ? 4 : pinned ? 2.5 : 1) / radius;
    if (radius >= 4) context.stroke(this.shapes[label]);
    context.restore();
  }

  /** Half the height of a node in pixels: never so small that it cannot be seen. @param {number} node */
  radius(node) {
    const { radius, strong } = this.look.nodes[node];
    return Math.max(strong ? STRONG_RADIUS : 0.7, radius * this.view.scale);
  }

  /** @param {Point} at in pixels of the picture @returns {number | null} */
  nodeAt(at) {
    this.measure();
    /** @type {number | null} */
    let nearest = null;
    let least = 0;
    this.look.nodes.forEach(({ hidden }, node) => {
      if (hidden) return;
      const x = this.x[node] * this.view.scale + this.origin.x;
      const y = this.y[node] * this.view.scale + this.origin.y;
      const distance = Math.hypot(x - at.x, y - at.y) - Math.max(this.radius(node), 4);
      if (distance < least) [nearest, least] = [node, distance];
    });
    return nearest;
  }

  /** @param {Point} at in pixels of the picture @returns {number | null} */
  bundleAt(at) {
    this.measure();
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.lineWidth = 2 * REACH;
    const isMet = (/** @type {number} */ line) => {
      const bend = this.drawn.length <= FEW_LINES ? this.bends[line] : 0;
      if (this.passesBy(at, line, bend)) return false;
      this.traceLine(line, bend);
      return this.context.isPointInStroke(at.x, at.y);
    };
    return this.drawn.find(isMet) ?? null;
  }

  /**
   * Whether a point is outside of the box around a line, which is seen sooner.
   * @param {Point} at
   * @param {number} line
   * @param {number} bend
   */
  passesBy(at, line, bend) {
    const { source, target } = EVIDENCE.bundles[line];
    const [from, to] = [this.onScreen(source), this.onScreen(target)];
    const reach = REACH + Math.abs(bend) * Math.hypot(to.x - from.x, to.y - from.y);
    if (at.x < Math.min(from.x, to.x) - reach || at.x > Math.max(from.x, to.x) + reach) return true;
    return at.y < Math.min(from.y, to.y) - reach || at.y > Math.max(from.y, to.y) + reach;
  }

  /** @param {number} node @returns {Point} */
  placeOf(node) {
    return { x: this.x[node], y: this.y[node] };
  }

  /** @param {number} node @param {Point} at */
  put(node, at) {
    [this.x[node], this.y[node]] = [at.x, at.y];
    this.stillView = null;
    this.redraw();
  }

  scale() {
    return this.view.scale;
  }

  /** @returns {Point} */
  middle() {
    return this.view;
  }

  /** @param {Point} middle @param {number} scale */
  moveTo(middle, scale) {
    this.view = { ...middle, scale };
    this.redraw();
  }
}
