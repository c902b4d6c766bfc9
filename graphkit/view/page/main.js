/** The page as a whole: one choice, shown in the picture, the legend, the panel, the table and the address. */

let choice = fromAddress(location.hash.slice(1));
let tableShown = false;

const ways = {
  /** @param {number} node */
  goTo: (node) => {
    change({ node, bundle: null });
    scene.fit([...within(node, 1, chosen(choice).claims)]);
    byId("panel").focus();
  },
  /** @param {number} bundle */
  goToLine: (bundle) => {
    change({ node: null, bundle, steps: 0 });
    byId("panel").focus();
  },
  leave: () => change({ node: null, bundle: null, steps: 0 }),
};

const scene = new Scene(byId("network"), {
  pickNode: (node) => change({ node, bundle: null }),
  pickBundle: (bundle) => change({ node: null, bundle, steps: 0 }),
  pickNothing: ways.leave,
});

/** Make a choice: a step that the browser's back button undoes. @param {Partial<Choice>} wanted */
function change(wanted) {
  choice = { ...choice, ...wanted };
  const address = toAddress(choice);
  if (address !== location.hash.slice(1)) history.pushState(null, "", `#${address}`);
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
  // The legend is made anew, so the control that was just used gets its focus back.
  if (focused) document.getElementById(focused)?.focus();
  showPanel(choice, claims, ways);
  if (tableShown) showTable(nodes, claims, ways);
  byId("status").textContent = statusWords(nodes, claims);
}

/** @param {Set<number>} nodes @param {Map<number, Claim[]>} claims */
function statusWords(nodes, claims) {
  const pieces = [...claims.values()].reduce((sum, passing) => sum + passing.length, 0);
  const drawn = `${nodes.size} names and ${claims.size} lines drawn, ${pieces} pieces of evidence.`;
  if (EVIDENCE.entities.length === 0) return "The graph is empty.";
  if (EVIDENCE.leftOut === 0) return drawn;
  return `${drawn} ${EVIDENCE.leftOut} less connected names are left out; make the page with a focus or a higher limit to see them.`;
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
  byId("table-button").addEventListener("click", () => toggleTable(!tableShown));
  byId("physics").addEventListener("click", (event) => {
    const on = byId("physics").getAttribute("aria-pressed") !== "true";
    byId("physics").setAttribute("aria-pressed", String(on));
    scene.physics(on);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== byId("search")) ways.leave();
  });
}

setUpSearch(ways.goTo);
setUpTools();
addEventListener("popstate", () => {
  choice = fromAddress(location.hash.slice(1));
  show();
});
if (matchMedia("(max-width: 760px)").matches) byId("legend").removeAttribute("open");
show();
scene.fit();
document.documentElement.dataset.ready = "true";
