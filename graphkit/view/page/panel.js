/** The panel: one entity or one line, with all its evidence. */

/** @typedef {{goTo: (node: number) => void, goToLine: (bundle: number) => void, leave: () => void}} Ways */

/** @param {Choice} choice @param {Map<number, Claim[]>} claims @param {Ways} ways */
function showPanel(choice, claims, ways) {
  const panel = byId("panel");
  panel.replaceChildren();
  panel.hidden = choice.node === null && choice.bundle === null;
  if (choice.bundle !== null) panel.append(...lineContent(choice.bundle, ways));
  else if (choice.node !== null) panel.append(...nodeContent(choice.node, claims, ways));
  panel.scrollTop = 0;
}

/** @param {Ways} ways */
function closeButton(ways) {
  return button("Close", ways.leave, { class: "close" });
}

/** @param {number} node @param {Map<number, Claim[]>} claims @param {Ways} ways */
function nodeContent(node, claims, ways) {
  const entity = EVIDENCE.entities[node];
  const heading = element("h2", {}, nodeSwatch(entity.label), element("bdi", {}, entity.name));
  const facts = element("dl", {});
  /** @param {string} term @param {string | Node} value */
  const fact = (term, value) => facts.append(element("dt", {}, term), element("dd", {}, value));
  fact("Kind", entity.label);
  if (entity.aliases.length) fact("Also", element("bdi", {}, entity.aliases.join(", ")));
  for (const [name, value] of Object.entries(entity.facts))
    fact(name === "url" ? "URL" : name[0].toUpperCase() + name.slice(1), name === "url" ? link(value, value) : element("bdi", {}, dateWords(String(value)) ?? ""));
  const sections = Object.keys(EVIDENCE.types).flatMap((type) => [
    ...section(node, type, true, claims, ways),
    ...section(node, type, false, claims, ways),
  ]);
  return [closeButton(ways), heading, facts, ...sections];
}

/** The lines of one type on one side of a node. @param {number} node @param {string} type @param {boolean} outgoing @param {Map<number, Claim[]>} claims @param {Ways} ways */
function section(node, type, outgoing, claims, ways) {
  const numbers = bundlesAt[node].filter((number) => {
    const bundle = EVIDENCE.bundles[number];
    return bundle.type === type && (outgoing ? bundle.source : bundle.target) === node;
  });
  if (numbers.length === 0) return [];
  const words = outgoing ? EVIDENCE.types[type].outgoing : EVIDENCE.types[type].incoming;
  const list = element("ul", { class: "lines" });
  for (const number of numbers) list.append(lineItem(number, node, claims.has(number), ways));
  return [element("h3", {}, lineSwatch(type), `${words} (${numbers.length})`), list];
}

/** One line as a disclosure; its evidence is made when it is opened. @param {number} number @param {number} node @param {boolean} drawn @param {Ways} ways */
function lineItem(number, node, drawn, ways) {
  const bundle = EVIDENCE.bundles[number];
  const other = otherEnd(number, node);
  const post = bundle.claims.map((claim) => claim.role ?? (claim.status === "planned" ? "planned" : "")).find(Boolean);
  const words = element("span", { class: "entity" }, element("bdi", {}, EVIDENCE.entities[other].name));
  if (post) words.append(element("small", {}, ` ${post}`));
  if (!drawn) words.append(element("small", { class: "filtered" }, " (not drawn)"));
  const summary = element("summary", {}, nodeSwatch(EVIDENCE.entities[other].label), words, element("span", { class: "count" }, String(bundle.claims.length)));
  const details = /** @type {HTMLDetailsElement} */ (element("details", {}, summary));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1)
      details.append(button(`Go to ${EVIDENCE.entities[other].name}`, () => ways.goTo(other), { class: "go" }), ...bundle.claims.map(claimItem));
  });
  return element("li", {}, details);
}

/** @param {number} number @param {Ways} ways */
function lineContent(number, ways) {
  const { type, source, target, claims } = EVIDENCE.bundles[number];
  /** @param {number} node */
  const end = (node) => button(EVIDENCE.entities[node].name, () => ways.goTo(node), { class: "go" });
  const heading = element("h2", {}, lineSwatch(type), typeWords(type), element("span", { class: "count" }, String(claims.length)));
  const ends = element("p", { class: "ends" }, end(source), " → ", end(target));
  return [closeButton(ways), heading, ends, ...claims.map(claimItem)];
}

/** @param {Claim} claim */
function claimItem(claim) {
  const item = element("article", { class: "claim" });
  const says = claimWords(claim);
  if (says) item.append(element("p", { class: "says" }, element("bdi", {}, says)));
  const [start, end] = claim.mark;
  if (claim.text && Array.from(claim.text).length > end - start) item.append(element("blockquote", { dir: "auto" }, claim.text));
  item.append(markedSentence(claim));
  const article = articleByKey.get(claim.article);
  const name = article?.name ?? claim.article;
  const source = element("p", { class: "source" }, article?.facts.url ? link(article.facts.url, name) : element("bdi", {}, name));
  const rest = [article?.facts.source, dateWords(article?.facts.date), `rule ${claim.rule}`, confidenceWords(claim)];
  source.append(` · ${rest.filter(Boolean).join(" · ")}`);
  item.append(source);
  return item;
}

/** The sentence with the evidence marked; offsets count code points. @param {Claim} claim */
function markedSentence(claim) {
  const letters = Array.from(EVIDENCE.sentences[claim.sentence]);
  const [start, end] = claim.mark;
  const sentence = element("p", { class: "sentence", dir: "auto" }, letters.slice(0, start).join(""));
  if (end > start) sentence.append(element("mark", {}, letters.slice(start, end).join("")));
  sentence.append(letters.slice(end).join(""));
  return sentence;
}

/** A link to the web, or plain text where the address leads anywhere else. @param {string} address @param {string} words */
function link(address, words) {
  const text = element("bdi", {}, words);
  if (!URL.canParse(address) || !["http:", "https:"].includes(new URL(address).protocol)) return text;
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}
