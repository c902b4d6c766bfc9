"use strict";

// A click on a column's heading, or Enter on it, sorts the rows: best rank or first name first, then the other way.
// Rows without a value stay at the end either way.
function sortRows(table, column, ascending) {
  const body = table.tBodies[0];
  const sign = ascending ? 1 : -1;
  const compare = (left, right) => {
    const a = left.cells[column].dataset.sort;
    const b = right.cells[column].dataset.sort;
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return sign * (column === 0 ? a.localeCompare(b) : Number(a) - Number(b));
  };
  body.append(...[...body.rows].sort(compare));
}

function addSorting(table) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const title = heading.querySelector(".title");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = title.textContent;
    title.replaceWith(button);
    button.addEventListener("click", () => {
      const ascending = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortRows(table, column, ascending);
    });
  });
}

// A field above a long table hides the rows whose name does not hold the words typed.
const FEWEST_ROWS_TO_FILTER = 8;

function addFilter(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < FEWEST_ROWS_TO_FILTER) return;
  const label = document.createElement("label");
  label.className = "filter";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "Filter names";
  field.setAttribute("aria-label", "Filter names");
  const found = document.createElement("output");
  label.append(field, found);
  table.parentElement.before(label);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLocaleLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLocaleLowerCase().includes(wanted);
    const shown = rows.filter((row) => !row.hidden).length;
    found.value = wanted ? `${shown} of ${rows.length}` : "";
  });
}

for (const table of document.querySelectorAll("table.sortable")) {
  addSorting(table);
  addFilter(table);
}

// A name leads into its evidence, which is folded away: not every browser unfolds it by itself.
function unfoldEvidence() {
  const evidence = location.hash.startsWith("#evidence-") && document.getElementById(location.hash.slice(1));
  if (!evidence) return;
  evidence.closest("details").open = true;
  evidence.scrollIntoView();
}
addEventListener("hashchange", unfoldEvidence);
unfoldEvidence();

// On paper nothing can be unfolded; of the evidence only what somebody unfolded is printed.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("section > details")) details.open = true;
});
