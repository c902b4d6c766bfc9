"use strict";

// Names in data-shows and data-mark are made by the page's writer: "claim-3", "mention-5-1", "entity-5".
const links = [...document.querySelectorAll("a[data-shows]")];
const text = document.getElementById("text");
const list = document.querySelector("aside");
// Where text and list stand side by side, one can be moved without losing the other.
const sideBySide = matchMedia("(min-width: 60rem)");

const wordsOf = (name) => [...text.querySelectorAll(`[data-mark="${name}"], [data-entity="${name}"]`)];

function clear() {
  for (const shown of document.querySelectorAll(".on")) shown.classList.remove("on");
}

function inSight(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}

function showWords(link, follow) {
  clear();
  link.closest("li").classList.add("on");
  const words = wordsOf(link.dataset.shows);
  for (const piece of words) piece.classList.add("on");
  if (follow && words.length && !inSight(words[0])) words[0].scrollIntoView({ block: "center" });
}

for (const link of links) {
  link.addEventListener("focus", () => showWords(link, sideBySide.matches));
  link.addEventListener("click", (event) => {
    showWords(link, true);
    if (sideBySide.matches) event.preventDefault(); // the words have been scrolled to; the list stays as it is
  });
}

// A click into the text: everything whose evidence has these words, the innermost first.
function showReasons(piece) {
  clear();
  const names = new Set();
  for (let at = piece; at && at !== text; at = at.parentElement) {
    if (at.dataset.mark) names.add(at.dataset.entity ?? at.dataset.mark);
  }
  const found = [...names].map((name) => document.getElementById(name));
  for (const item of found) item.classList.add("on");
  for (const name of names) for (const words of wordsOf(name)) words.classList.add("on");
  if (found.length && sideBySide.matches) list.scrollTo({ top: found[0].offsetTop - list.clientHeight / 4 });
}

text.addEventListener("click", (event) => {
  if (getSelection().isCollapsed) showReasons(event.target.closest("[data-mark]"));
});

for (const number of text.querySelectorAll("a.number")) {
  number.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    document.getElementById(number.hash.slice(1)).querySelector("a").focus();
  });
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});
