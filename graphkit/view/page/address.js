/** The choice as the part of the address behind the #: what back, forward and a link bring again. */

const PLAIN = /** @type {const} */ (["steps", "size", "since", "until", "source", "country", "confidence"]);

/** @param {Choice} choice */
function toAddress(choice) {
  const first = firstChoice();
  const address = new URLSearchParams();
  /** @param {number | null} node */
  const id = (node) => (node === null ? "" : EVIDENCE.entities[node].id);
  if (choice.node !== first.node) address.set("node", id(choice.node));
  if (choice.to !== null) address.set("to", id(choice.to));
  if (choice.bundle !== null) {
    const { source, target, type } = EVIDENCE.bundles[choice.bundle];
    address.set("line", JSON.stringify([id(source), type, id(target)]));
  }
  const off = [...choice.off].sort().join(",");
  if (off !== MENTIONS) address.set("off", off);
  if (choice.loose !== first.loose) address.set("loose", String(choice.loose));
  if (choice.hidden.size) address.set("hidden", JSON.stringify([...choice.hidden].map(id)));
  if (choice.pinned.size)
    address.set(
      "pinned",
      JSON.stringify([...choice.pinned].map(([node, [x, y]]) => [id(node), ...(TURNED ? [y, x] : [x, y])])),
    );
  for (const name of PLAIN) if (choice[name] !== first[name]) address.set(name, String(choice[name]));
  return address.toString();
}

/**
 * An address is as untrusted as an article: unknown names and wrong numbers are passed over.
 * @param {string} text
 */
function fromAddress(text) {
  const address = new URLSearchParams(text);
  const choice = firstChoice();
  /** @param {string} name */
  const value = (name) => address.get(name) ?? "";
  /** @param {string} name @param {number} low @param {number} high */
  const within = (name, low, high) => Math.min(high, Math.max(low, Number(value(name)) || 0));
  if (address.has("node")) choice.node = numberById.get(value("node")) ?? null;
  if (choice.node !== null) choice.to = numberById.get(value("to")) ?? null;
  if (address.has("line")) choice.bundle = bundleOf(list(value("line")));
  if (address.has("off")) choice.off = new Set(value("off").split(",").filter(Boolean));
  if (address.has("loose")) choice.loose = value("loose") === "true";
  if (address.has("steps")) choice.steps = Math.round(within("steps", 0, 3));
  if (address.has("confidence")) choice.confidence = within("confidence", 0, 1);
  if (Object.hasOwn(EVIDENCE.measures, value("size"))) choice.size = value("size");
  for (const id of list(value("hidden"))) {
    const node = numberById.get(String(id));
    if (node !== undefined) choice.hidden.add(node);
  }
  for (const entry of list(value("pinned"))) {
    const [id, x, y] = Array.isArray(entry) ? entry : [];
    const node = numberById.get(id);
    if (node !== undefined && Number.isFinite(x) && Number.isFinite(y))
      choice.pinned.set(node, TURNED ? [y, x] : [x, y]);
  }
  for (const name of /** @type {const} */ (["since", "until", "source", "country"])) choice[name] = value(name);
  return choice;
}

/** @param {string} text @returns {unknown[]} what a JSON list holds; nothing where it is none */
function list(text) {
  try {
    const held = JSON.parse(text || "[]");
    return Array.isArray(held) ? held : [];
  } catch {
    return [];
  }
}

/** @param {unknown[]} line */
function bundleOf([source, type, target]) {
  const [from, to] = [numberById.get(String(source)), numberById.get(String(target))];
  const found = EVIDENCE.bundles.findIndex((one) => one.source === from && one.target === to && one.type === type);
  return found < 0 ? null : found;
}
