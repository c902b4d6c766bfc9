/**
 * The page as a whole: one choice, shown in the picture, the legend, the panel, the table and the address.
 */

let choice = fromAddress(location.hash.slice(1));
let tableShown = false;
/** How many choices the reader can take back. @type {number} */
let undoable = history.state?.undoable ?? 0;

/** @type {Ways} */
const ways = {
  goTo: (node) => {
    const hidden = new Set(choice.hidden);
    hidden.delete(node);
    change({ node, bundle: null, to: null, hidden });
    scene.fit([...within(node, 1, chosen(choice).claims)]);
    byId("panel").focus();
  },
  goToLine: (bundle) => {
    change({ node: null, bundle, to: null, steps: 0 });
    byId("panel").focus();
  },
  leave: () => {
    const inPanel = byId("panel").contains(document.activeElement);
    change({ node: null, bundle: null, to: null, steps: 0 });
    if (inPanel) scene.frame.focus();
  },
  pathTo: (to) => {
    change({ to, bundle: null, steps: to === null ? choice.steps : 0 });
    const path = to !== null && choice.node !== null && shortestPath(choice.node, to, chosen(choice).claims);
    if (path) scene.fit(path);
    byId("panel").focus();
  },
  hide: (node) => change({ hidden: new Set([...choice.hidden, node]), node: null, to: null, bundle: null, steps: 0 }),
  pin: (node, on) => {
    const pinned = new Map(choice.pinned);
    const { x, y } = scene.surface.placeOf(node);
    if (on) pinned.set(node, [Math.round(x), Math.round(y)]);
    else pinned.delete(node);
    change({ pinned });
  },
};

const scene = new Scene(byId("network"), {
  pick: (node, bundle, more) => {
    if (more && node !== null && choice.node !== null) ways.pathTo(node);
    else if (node !== null) change({ node, bundle: null, to: null });
    else if (bundle !== null) change({ node: null, bundle, to: null, steps: 0 });
    else ways.leave();
  },
  moved: (node) => ways.pin(node, true),
});

/** Make a choice: a step that the browser's back button undoes. @param {Partial<Choice>} wanted */
function change(wanted) {
  choice = { ...choice, ...wanted };
  const address = toAddress(choice);
  if (address !== (history.state?.address ?? location.hash.slice(1))) {
    undoable += 1;
    // In a notebook the page has no address of its own, and only the state is kept.
    const here = location.protocol === "about:" ? undefined : `#${address}`;
    history.pushState({ address, undoable }, "", here);
  }
  show();
}

/** Show the choice everywhere. */
function show() {
  const { nodes, claims } = chosen(choice);
  scene.show(nodes, claims, choice);
  const focused = document.activeElement?.id;
  showLegend(choice, (wanted) => {
    change(wanted);
    if ("steps" in wanted || "country" in wanted) scene.fit();
  });
  showPanel(choice, claims, ways);
  // Legend and panel are made anew, so the control that was just used gets its focus back.
  if (focused) document.getElementById(focused)?.focus();
  if (tableShown) showTable(nodes, claims, ways);
  const selected = choice.node === null ? "" : ` Selected: ${EVIDENCE.entities[choice.node].name}.`;
  byId("status").replaceChildren(statusWords(nodes, claims), element("span", { class: "unseen" }, selected));
  /** @type {HTMLButtonElement} */ (byId("undo")).disabled = undoable === 0;
}

/** @param {Set<number>} nodes @param {Map<number, Claim[]>} claims */
function statusWords(nodes, claims) {
  const pieces = [...claims.values()].reduce((sum, passing) => sum + passing.length, 0);
  const [names, lines, evidence, leftOut] = [nodes.size, claims.size, pieces, EVIDENCE.leftOut].map((count) =>
    count.toLocaleString("en"),
  );
  const drawn = `${names} names and ${lines} lines drawn, ${evidence} pieces of evidence.`;
  if (EVIDENCE.entities.length === 0) return "The graph is empty.";
  if (EVIDENCE.leftOut === 0) return drawn;
  return `${drawn} ${leftOut} less connected names are left out; make the page with --focus NAME or a higher --max-nodes to see them.`;
}

/** @param {boolean} on */
function toggleTable(on) {
  tableShown = on;
  byId("table").hidden = !on;
  byId("picture").hidden = on;
  byId("table-button").setAttribute("aria-pressed", String(on));
  show();
  if (on) byId("table").focus();
  else scene.fit();
}

function setUpTools() {
  byId("fit").addEventListener("click", () => scene.fit());
  byId("undo").addEventListener("click", () => history.back());
  byId("table-button").addEventListener("click", () => toggleTable(!tableShown));
  byId("physics").hidden = !scene.vis;
  byId("physics").addEventListener("click", () => {
    const on = byId("physics").getAttribute("aria-pressed") !== "true";
    byId("physics").setAttribute("aria-pressed", String(on));
    scene.vis?.physics(on);
  });
  const files = /** @type {HTMLSelectElement} */ (byId("take"));
  byId("save").addEventListener("click", () => takeAway(files.value, chosen(choice)));
}

function setUpKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape") ways.leave();
    else if (event.key === "z" && (event.ctrlKey || event.metaKey) && !typing && undoable) history.back();
    else if (event.key === "/" && !typing) byId("search").focus();
    else return;
    event.preventDefault();
  });
  byId("network").addEventListener(
    "keydown",
    (event) => {
      const steps = { ArrowLeft: [-20, 0], ArrowRight: [20, 0], ArrowUp: [0, -20], ArrowDown: [0, 20] }[event.key];
      if (event.key === "n" || event.key === "p") stepThrough(event.key === "n" ? 1 : -1);
      else if (steps && event.shiftKey && choice.node !== null) nudge(choice.node, steps[0], steps[1]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

/** Select the next or the last drawn node, the largest first. @param {number} step */
function stepThrough(step) {
  const drawn = scene.order.filter((node) => scene.visible.has(node));
  const place = choice.node === null ? (step > 0 ? -1 : 0) : drawn.indexOf(choice.node);
  if (drawn.length) change({ node: drawn[(place + step + drawn.length) % drawn.length], bundle: null, to: null });
}

/** Move a node on the screen, and pin it there. @param {number} node @param {number} dx @param {number} dy */
function nudge(node, dx, dy) {
  const { x, y } = scene.surface.placeOf(node);
  scene.surface.put(node, { x: x + dx / scene.surface.scale(), y: y + dy / scene.surface.scale() });
  ways.pin(node, true);
}

byId("title").after(new Finder("search", "Find a name", ways.goTo).place);
setUpTools();
setUpKeys();
addEventListener("popstate", (event) => {
  choice = fromAddress(event.state?.address ?? location.hash.slice(1));
  undoable = event.state?.undoable ?? 0;
  show();
});
if (matchMedia("(max-width: 760px)").matches) byId("legend").removeAttribute("open");
show();
scene.fit();
document.documentElement.dataset.ready = "true";
