/** Finding a name as one types: accents, transliterations and slips forgiven, aliases found. */

/** The same folding as graphkit.spelling. @param {string} text */
function folded(text) {
  const latin = Array.from(text.toLowerCase(), (letter) => EVIDENCE.letters[letter] ?? letter).join("");
  return latin.normalize("NFKD").replace(/\p{M}/gu, "");
}

const spellings = EVIDENCE.entities.map((entity) => [entity.name, ...entity.aliases].map(folded));
/** The rank of a name that does not hold what was typed. */
const NOT_FOUND = 4;
/** Names that are offered at once. */
const MOST_FOUND = 12;

/**
 * Entities whose name or alias holds what was typed: names that begin with it first, then the best connected; where
 * there are none, names that are a slip or two away.
 * @param {string} typed
 */
function findEntities(typed) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const exact = rankedEntities((name) => placeRank(name, wanted));
  const slips = Math.min(2, Math.floor(wanted.length / 4));
  const found =
    exact.length || !slips
      ? exact
      : rankedEntities((name) => (slipsToBegin(name, wanted, slips) <= slips ? 0 : NOT_FOUND));
  return found.slice(0, MOST_FOUND);
}

/** @param {(name: string) => number} rank */
function rankedEntities(rank) {
  return spellings
    .map((names, number) => ({ number, rank: Math.min(...names.map(rank)), ties: bundlesAt[number].length }))
    .filter((hit) => hit.rank < NOT_FOUND)
    .sort((left, right) => left.rank - right.rank || right.ties - left.ties)
    .map((hit) => hit.number);
}

/**
 * 0 where the name begins with it, 1 where a word does, 2 where it stands inside.
 * @param {string} name
 * @param {string} wanted
 */
function placeRank(name, wanted) {
  const place = name.indexOf(wanted);
  if (place <= 0) return place === 0 ? 0 : NOT_FOUND;
  return name[place - 1] === " " ? 1 : 2;
}

/**
 * The fewest letters to change, add or leave out so that some word of the name begins as wanted (Sellers' form of
 * the edit distance).
 * @param {string} name
 * @param {string} wanted
 * @param {number} limit
 */
function slipsToBegin(name, wanted, limit) {
  const starts = [0, ...Array.from(name.matchAll(/ /g), (gap) => gap.index + 1)];
  return Math.min(...starts.map((start) => slipsToPrefix(name.slice(start, start + wanted.length + limit), wanted)));
}

/** @param {string} word @param {string} wanted */
function slipsToPrefix(word, wanted) {
  let row = Array.from({ length: wanted.length + 1 }, (_, place) => place);
  let least = row[wanted.length];
  Array.from(word).forEach((letter, line) => {
    const next = [line + 1];
    for (let place = 1; place <= wanted.length; place += 1)
      next.push(Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + (wanted[place - 1] === letter ? 0 : 1)));
    row = next;
    least = Math.min(least, row[wanted.length]);
  });
  return least;
}

/** A combobox: arrows choose, Enter takes, Escape closes. */
class Finder {
  /**
   * @param {string} id of the input; the list's ends in `-found`
   * @param {string} words what it finds
   * @param {(node: number) => void} choose
   */
  constructor(id, words, choose) {
    const list = `${id}-found`;
    const attributes = { autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-controls": list };
    const named = { id, type: "search", role: "combobox", placeholder: words, "aria-label": words };
    this.choose = choose;
    this.input = /** @type {HTMLInputElement} */ (element("input", { ...named, ...attributes }));
    this.list = element("ul", { id: list, class: "found", role: "listbox", "aria-label": "Names found" });
    this.place = element("div", { class: "search" }, this.input, this.list);
    /** @type {number[]} */
    this.hits = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.offer());
    this.input.addEventListener("keydown", (event) => this.obey(event));
    this.input.addEventListener("blur", () => this.close());
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Show what fits the words typed. */
  offer() {
    const typed = this.input.value;
    this.hits = findEntities(typed);
    const options = this.hits.map((node, place) => {
      return foundOption(node, `${this.list.id}-${place}`, typed, () => this.take(node));
    });
    const nothing = { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" };
    if (!options.length && typed.trim()) options.push(element("li", nothing, "No such name here"));
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.active = -1;
    if (this.hits.length) this.activate(0);
  }

  /** @param {number} place */
  activate(place) {
    this.active = (place + this.hits.length) % this.hits.length;
    const options = [...this.list.children];
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  /** @param {number} node */
  take(node) {
    this.input.value = EVIDENCE.entities[node].name;
    this.close();
    this.choose(node);
  }

  /** @param {KeyboardEvent} event */
  obey(event) {
    if (event.key === "ArrowDown" && this.list.hidden) this.offer();
    else if (event.key === "ArrowDown" && this.hits.length) this.activate(this.active + 1);
    else if (event.key === "ArrowUp" && this.hits.length) this.activate(this.active - 1);
    else if (event.key === "Enter" && this.active >= 0) this.take(this.hits[this.active]);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {number} node @param {string} id @param {string} typed @param {() => void} take */
function foundOption(node, id, typed, take) {
  const entity = EVIDENCE.entities[node];
  const wanted = folded(typed.trim());
  const alias = folded(entity.name).includes(wanted)
    ? undefined
    : entity.aliases.find((spelling) => folded(spelling).includes(wanted));
  const option = element("li", { id, role: "option", "aria-selected": "false" });
  const kind = element("small", {}, alias ? ` ${entity.label}, also ${alias}` : ` ${entity.label}`);
  option.append(nodeSwatch(entity.label), element("span", { class: "entity" }, element("bdi", {}, entity.name), kind));
  // The list must not take the focus from the input before the click arrives.
  option.addEventListener("pointerdown", (event) => event.preventDefault());
  option.addEventListener("click", take);
  return option;
}
