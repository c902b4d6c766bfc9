/** The drawn network as two tables, for screen readers and for whoever likes tables better. */

/** @param {Set<number>} nodes @param {Map<number, Claim[]>} claims @param {Ways} ways */
function showTable(nodes, claims, ways) {
  const ties = new Map([...nodes].map((node) => [node, bundlesAt[node].filter((number) => claims.has(number)).length]));
  const entities = [...ties.keys()].sort(
    (left, right) => Number(ties.get(right)) - Number(ties.get(left)) || left - right,
  );
  const lines = [...claims].flatMap(([number, passing]) => passing.map((claim) => ({ number, claim })));
  const names = table("Names", ["Name", "Label", "Also", "Lines"], entities.length, (row) => {
    const node = entities[row];
    const { name, label, aliases } = EVIDENCE.entities[node];
    return [button(name, () => ways.goTo(node), { class: "go" }), label, aliases.join(", "), String(ties.get(node))];
  });
  const columns = ["From", "Type", "To", "Says", "Sentence", "Article", "Date", "Rule", "Confidence"];
  byId("table").replaceChildren(
    names,
    table("Lines", columns, lines.length, (row) => lineCells(lines[row], ways)),
  );
}

/** @param {{number: number, claim: Claim}} line @param {Ways} ways @returns {(string | Node)[]} */
function lineCells({ number, claim }, ways) {
  const { type, source, target } = EVIDENCE.bundles[number];
  const article = articleByKey.get(claim.article);
  return [
    element("bdi", {}, EVIDENCE.entities[source].name),
    button(EVIDENCE.types[type].outgoing, () => ways.goToLine(number), { class: "go" }),
    element("bdi", {}, EVIDENCE.entities[target].name),
    claimWords(claim),
    markedSentence(claim),
    articleLink(claim),
    dateWords(article?.facts.date) ?? "",
    claim.rule,
    claim.confidence.toFixed(2),
  ];
}

/** Rows of a table that are made at once. */
const ROWS = 500;

/**
 * @param {string} caption @param {string[]} columns @param {number} count
 * @param {(row: number) => (string | Node)[]} cells of one row, made when the row is
 */
function table(caption, columns, count, cells) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = element("tbody", {});
  const more = button("", () => addRows(), { class: "more" });
  const addRows = () => {
    const made = body.childElementCount;
    for (let row = made; row < Math.min(count, made + ROWS); row += 1) body.append(tableRow(cells(row)));
    more.textContent = `Show more of the other ${count - body.childElementCount}`;
    more.hidden = body.childElementCount === count;
  };
  addRows();
  const words = element("caption", {}, `${caption} (${count})`);
  return element("div", { class: "wide" }, element("table", {}, words, element("thead", {}, head), body), more);
}

/** @param {(string | Node)[]} cells */
function tableRow([first, ...rest]) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, first),
    ...rest.map((cell) => element("td", { dir: "auto" }, cell)),
  );
}
