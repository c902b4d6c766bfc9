/** The drawn network as two tables, for screen readers and for whoever likes tables better. */

/** @param {Set<number>} nodes @param {Map<number, Claim[]>} claims @param {Ways} ways */
function showTable(nodes, claims, ways) {
  const entities = [...nodes].sort((left, right) => bundlesAt[right].length - bundlesAt[left].length || left - right);
  const lines = [...claims].flatMap(([number, passing]) => passing.map((claim) => ({ number, claim })));
  byId("table").replaceChildren(
    table(
      "Names",
      ["Name", "Kind", "Also", "Lines"],
      entities.map((node) => {
        const { name, label, aliases } = EVIDENCE.entities[node];
        const drawn = bundlesAt[node].filter((number) => claims.has(number)).length;
        return [button(name, () => ways.goTo(node), { class: "go" }), label, aliases.join(", "), String(drawn)];
      }),
    ),
    table(
      "Lines",
      ["From", "Type", "To", "Says", "Sentence", "Article", "Date", "Rule", "Confidence"],
      lines.map(({ number, claim }) => {
        const { type, source, target } = EVIDENCE.bundles[number];
        const article = articleByKey.get(claim.article);
        return [
          element("bdi", {}, EVIDENCE.entities[source].name),
          button(typeWords(type), () => ways.goToLine(number), { class: "go" }),
          element("bdi", {}, EVIDENCE.entities[target].name),
          claimWords(claim),
          markedSentence(claim),
          article?.name ?? claim.article,
          dateWords(article?.facts.date) ?? "",
          claim.rule,
          claim.confidence.toFixed(2),
        ];
      }),
    ),
  );
}

/** @param {string} caption @param {string[]} columns @param {(string | Node)[][]} rows */
function table(caption, columns, rows) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.map(([first, ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", { dir: "auto" }, cell))),
  );
  return element(
    "table",
    {},
    element("caption", {}, `${caption} (${rows.length})`),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}
