/**
 * A plain canvas for networks that vis-network draws too slowly. Far away, lines are straight and drawn in bulk;
 * where few enough are in sight they get their bends, dashes, arrows and counts. While the picture moves, a still of
 * it is moved.
 */
const FEW_LINES = 1500;
const BULK = 400;
/** How far a still may be moved (as a share of the picture) and zoomed before the picture is drawn anew. */
const STILL = { shift: 0.35, smallest: 0.5, largest: 2.5 };
/** Milliseconds without a move after which the picture rests: let go, and while a pointer holds it. */
const REST = { free: 140, held: 600 };
/** Pixels of half a node's height up to which it is a mere square. */
const SMALL = 2.2;

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
    this.look = { nodes: [], lines: [] };
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
    const lines = this.drawLines();
    this.drawNodes();
    // Names are drawn relative to the origin of the network.
    context.setTransform(density, 0, 0, density, density * this.origin.x, density * this.origin.y);
    this.on.drawn(context);
    this.keepStill(lines > FEW_LINES);
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

  /** @returns {number} how many lines there are in sight */
  drawLines() {
    const seen = this.linesInSight();
    if (seen.length <= FEW_LINES) {
      for (const line of seen) this.drawLine(line);
      return seen.length;
    }
    /** @type {Map<string, number[]>} */
    const bulks = new Map();
    for (const line of seen) {
      const key = `${this.look.lines[line].faint ? 0 : 1} ${EVIDENCE.bundles[line].type}`;
      const bulk = bulks.get(key);
      if (bulk) bulk.push(line);
      else bulks.set(key, [line]);
    }
    const dense = Math.max(0.12, Math.min(0.7, 1000 / seen.length));
    this.context.lineWidth = 1;
    for (const [key, lines] of [...bulks].sort()) {
      const [bright, type] = key.split(" ");
      this.context.globalAlpha = bright === "1" ? dense : 0.06;
      this.context.strokeStyle = this.colours?.[type] ?? "";
      this.strokeInBulk(lines);
    }
    this.context.globalAlpha = 1;
    return seen.length;
  }

  /** Straight lines, some hundred to a path: more make a path slow. @param {number[]} lines */
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
    const { type, source, target } = EVIDENCE.bundles[line];
    const { faint, strong, count } = this.look.lines[line];
    const shape = lineShape(this.onScreen(source), this.onScreen(target), this.radius(target), this.bends[line]);
    context.globalAlpha = faint ? 0.12 : 0.8;
    context.strokeStyle = context.fillStyle = this.colours?.[type] ?? "";
    context.lineWidth = DRAWING.edges[line].width + (strong ? 2 : 0);
    context.setLineDash(EVIDENCE.types[type].dashes);
    context.beginPath();
    context.moveTo(shape.start.x, shape.start.y);
    context.quadraticCurveTo(shape.control.x, shape.control.y, shape.end.x, shape.end.y);
    context.stroke();
    context.setLineDash([]);
    this.trace(arrowHead(shape.end, shape.angle, 7));
    context.fill();
    if (count) drawCount(context, count, shape.middle, this.colours?.ink ?? "", this.colours?.canvas ?? "");
    context.globalAlpha = 1;
  }

  drawNodes() {
    const { context } = this;
    for (const faint of [true, false])
      for (const [label, { shape }] of Object.entries(EVIDENCE.labels)) {
        context.globalAlpha = faint ? 0.2 : 1;
        context.fillStyle = this.colours?.[label] ?? "";
        context.beginPath();
        const large = nodesByLabel[label].filter(
          (node) => this.look.nodes[node]?.faint === faint && !this.drawSmall(node),
        );
        context.fill();
        for (const node of large) this.drawNode(shape, this.onScreen(node), this.radius(node), this.look.nodes[node]);
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

  /** @param {string} shape @param {Point} at @param {number} radius @param {NodeLook} look */
  drawNode(shape, at, radius, look) {
    const { context } = this;
    if (shape === "dot") {
      context.beginPath();
      context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    } else this.trace(corners(shape, at, radius));
    context.fill();
    if (radius < 4) return;
    context.strokeStyle = (look.strong || look.pinned ? this.colours?.ink : this.colours?.canvas) ?? "";
    context.lineWidth = look.strong ? 4 : look.pinned ? 2.5 : 1;
    context.stroke();
  }

  /** @param {Point[]} points */
  trace(points) {
    this.context.beginPath();
    points.forEach(({ x, y }, corner) => (corner ? this.context.lineTo(x, y) : this.context.moveTo(x, y)));
    this.context.closePath();
  }

  /** Half the height of a node in pixels: never so small that it cannot be seen. @param {number} node */
  radius(node) {
    return Math.max(1, this.look.nodes[node].radius * this.view.scale);
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
    const seen = this.linesInSight();
    const bent = seen.length <= FEW_LINES;
    const place = { x: (at.x - this.origin.x) / this.view.scale, y: (at.y - this.origin.y) / this.view.scale };
    const reach = 5 / this.view.scale;
    const near = (/** @type {number} */ line) => {
      const { source, target } = EVIDENCE.bundles[line];
      const bend = bent ? this.bends[line] : 0;
      if (!bend && this.passesBy(place, source, target, reach)) return false;
      return distanceToLine(place, this.placeOf(source), this.placeOf(target), bend) < reach;
    };
    return seen.find(near) ?? null;
  }

  /**
   * Whether a point is outside of the box around two nodes.
   * @param {Point} at
   * @param {number} one
   * @param {number} other
   * @param {number} reach
   */
  passesBy(at, one, other, reach) {
    const { x, y } = this;
    if (at.x < Math.min(x[one], x[other]) - reach || at.x > Math.max(x[one], x[other]) + reach) return true;
    return at.y < Math.min(y[one], y[other]) - reach || at.y > Math.max(y[one], y[other]) + reach;
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

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} count
 * @param {Point} at
 * @param {string} ink
 * @param {string} paper
 */
function drawCount(context, count, at, ink, paper) {
  context.font = "12px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.fillStyle = ink;
  context.strokeText(count, at.x, at.y);
  context.fillText(count, at.x, at.y);
}
