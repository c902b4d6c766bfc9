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

for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const ascending = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortRows(table, column, ascending);
    });
  });
}

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
