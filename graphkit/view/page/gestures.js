/** Pointer, wheel and keys on the plain canvas: move, zoom, pick, drag; vis-network has its own. */

/** Pixels of half a node's height under which a drag that begins on it moves the picture. */
const TOO_SMALL_TO_DRAG = 4;

/** @param {HTMLElement} frame @param {CanvasSurface} surface @param {SurfaceEvents} on */
function listenToGestures(frame, surface, on) {
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  /** @type {{node: number | null, travelled: number} | null} */
  let held = null;
  /** @param {PointerEvent | WheelEvent | MouseEvent} event @returns {Point} */
  const at = (event) => {
    const box = frame.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  frame.addEventListener("pointerdown", (event) => {
    frame.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    surface.held = true;
    const node = pointers.size === 1 ? surface.nodeAt(at(event)) : null;
    held = { node: node !== null && surface.radius(node) >= TOO_SMALL_TO_DRAG ? node : null, travelled: 0 };
    on.point(null, null, at(event));
  });
  frame.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !held) return;
    const now = at(event);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    held.travelled += Math.hypot(dx, dy);
    if (pointers.size === 2) pinch(surface, pointers, event.pointerId, now);
    else if (held.node !== null && held.travelled > 4) dragNode(surface, held.node, dx, dy);
    else if (held.node === null) pan(surface, -dx, -dy);
    pointers.set(event.pointerId, now);
  });
  const release = (/** @type {PointerEvent} */ event) => {
    pointers.delete(event.pointerId);
    if (!held || pointers.size) return;
    const { node, travelled } = held;
    held = null;
    surface.held = false;
    if (surface.moving) surface.glide(surface.view);
    if (event.type === "pointercancel") return;
    if (travelled > 4) {
      if (node !== null) on.moved(node);
      return;
    }
    const picked = surface.nodeAt(at(event));
    on.pick(picked, picked === null ? surface.bundleAt(at(event)) : null, event.shiftKey);
  };
  frame.addEventListener("pointerup", release);
  frame.addEventListener("pointercancel", release);
  listenToWheelAndKeys(frame, surface, at);
  pointAtRest(frame, surface, on, at);
}

/**
 * @param {HTMLElement} frame
 * @param {CanvasSurface} surface
 * @param {(event: WheelEvent) => Point} at
 */
function listenToWheelAndKeys(frame, surface, at) {
  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(surface, at(event), 0.999 ** event.deltaY);
    },
    { passive: false },
  );
  frame.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[event.key];
    const middle = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 };
    if (steps) pan(surface, steps[0], steps[1]);
    else if (event.key === "+" || event.key === "=") zoom(surface, middle, 1.25);
    else if (event.key === "-") zoom(surface, middle, 0.8);
    else return;
    event.preventDefault();
  });
}

/**
 * Says what the pointer is over, once a frame.
 * @param {HTMLElement} frame
 * @param {CanvasSurface} surface
 * @param {SurfaceEvents} on
 * @param {(event: MouseEvent) => Point} at
 */
function pointAtRest(frame, surface, on, at) {
  let asked = false;
  frame.addEventListener("pointermove", (event) => {
    if (event.buttons || asked || surface.moving) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const place = at(event);
      const node = surface.nodeAt(place);
      const bundle = node === null ? surface.bundleAt(place) : null;
      frame.style.cursor = node === null && bundle === null ? "" : "pointer";
      on.point(node, bundle, place);
    });
  });
}

/** @param {CanvasSurface} surface @param {number} dx @param {number} dy in pixels */
function pan(surface, dx, dy) {
  const { x, y, scale } = surface.view;
  surface.glide({ x: x + dx / scale, y: y + dy / scale, scale });
}

/**
 * What is under the point stays under it.
 * @param {CanvasSurface} surface
 * @param {Point} at
 * @param {number} factor
 */
function zoom(surface, at, factor) {
  const { x, y, scale } = surface.view;
  const grown = Math.min(8, Math.max(0.002, scale * factor));
  const [dx, dy] = [at.x - surface.place.clientWidth / 2, at.y - surface.place.clientHeight / 2];
  surface.glide({ x: x + dx / scale - dx / grown, y: y + dy / scale - dy / grown, scale: grown });
}

/**
 * @param {CanvasSurface} surface
 * @param {Map<number, Point>} pointers
 * @param {number} moved
 * @param {Point} now
 */
function pinch(surface, pointers, moved, now) {
  const before = /** @type {Point} */ (pointers.get(moved));
  const other = /** @type {Point} */ ([...pointers].find(([pointer]) => pointer !== moved)?.[1]);
  const apart = (/** @type {Point} */ point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  zoom(surface, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, apart(now) / apart(before));
}

/** @param {CanvasSurface} surface @param {number} node @param {number} dx @param {number} dy in pixels */
function dragNode(surface, node, dx, dy) {
  const { x, y } = surface.placeOf(node);
  surface.put(node, { x: x + dx / surface.view.scale, y: y + dy / surface.view.scale });
}
