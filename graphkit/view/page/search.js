/** The same folding as graphkit.spelling. @param {string} text */
function folded(text) {
  const latin = Array.from(text.toLowerCase(), (letter) => EVIDENCE.letters[letter] ?? letter).join("");
  return latin.normalize("NFKD").replace(/\p{M}/gu, "");
}

const spellings = EVIDENCE.entities.map((entity) => [entity.name, ...entity.aliases].map(folded));

/**
 * Entities whose name or alias holds what was typed: names that begin with it first, then the best connected.
 * @param {string} typed
 * @param {number} limit
 */
function findEntities(typed, limit = 12) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  /** @param {string} name */
  const rank = (name) => {
    const place = name.indexOf(wanted);
    if (place <= 0) return place === 0 ? 0 : 3;
    return name[place - 1] === " " ? 1 : 2;
  };
  return spellings
    .map((names, number) => ({ number, rank: Math.min(...names.map(rank)), ties: bundlesAt[number].length }))
    .filter((hit) => hit.rank < 3)
    .sort((left, right) => left.rank - right.rank || right.ties - left.ties)
    .slice(0, limit)
    .map((hit) => hit.number);
}

/** A combobox: arrows choose, Enter goes there, Escape closes. @param {(node: number) => void} choose */
function setUpSearch(choose) {
  const input = /** @type {HTMLInputElement} */ (byId("search"));
  const list = byId("found");
  let active = -1;
  /** @type {number[]} */
  let hits = [];

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  /** @param {number} place */
  const activate = (place) => {
    active = (place + hits.length) % hits.length;
    Array.from(list.children).forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === active)),
    );
    input.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  /** @param {number} node */
  const take = (node) => {
    input.value = EVIDENCE.entities[node].name;
    close();
    choose(node);
  };

  input.addEventListener("input", () => {
    hits = findEntities(input.value);
    list.replaceChildren(...hits.map((node, place) => foundOption(node, place, input.value, () => take(node))));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (hits.length) activate(0);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && hits.length) activate(active + 1);
    else if (event.key === "ArrowUp" && hits.length) activate(active - 1);
    else if (event.key === "Enter" && active >= 0) take(hits[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    }
  });
}

/** @param {number} node @param {number} place @param {string} typed @param {() => void} take */
function foundOption(node, place, typed, take) {
  const entity = EVIDENCE.entities[node];
  const wanted = folded(typed.trim());
  const alias = folded(entity.name).includes(wanted)
    ? undefined
    : entity.aliases.find((spelling) => folded(spelling).includes(wanted));
  const option = element("li", { id: `found-${place}`, role: "option", "aria-selected": "false" });
  option.append(nodeSwatch(entity.label), element("bdi", {}, entity.name));
  option.append(element("small", {}, alias ? ` ${entity.label}, also ${alias}` : ` ${entity.label}`));
  // The list must not take the focus from the input before the click arrives.
  option.addEventListener("pointerdown", (event) => event.preventDefault());
  option.addEventListener("click", take);
  return option;
}
