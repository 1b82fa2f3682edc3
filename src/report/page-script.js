// Runs inside a report page: switches the language and sorts tables. Everything else of the page works without it.

(() => {
  const root = document.documentElement;

  document.getElementById('switch-language').addEventListener('click', () => {
    root.lang = root.dataset.lang = root.dataset.lang === 'ko' ? 'en' : 'ko';
    document.dispatchEvent(new Event('languagechange'));
  });

  for (const table of document.querySelectorAll('table.sortable')) {
    for (const [index, heading] of [...table.tHead.rows[0].cells].entries()) {
      heading.querySelector('button').addEventListener('click', () => sortBy(table, heading, index));
    }
  }

  function sortBy(table, heading, index) {
    const direction = heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[index]) }));
    rows.sort((a, b) => sign * compare(a.key, b.key));
    body.append(...rows.map(({ row }) => row));
  }

  // Numbers carry a plain sort key; a cell without one that is aligned as a number is not known and goes first.
  function keyOf(cell) {
    if (cell.dataset.sort !== undefined) return Number(cell.dataset.sort);
    return cell.classList.contains('number') ? Number.NEGATIVE_INFINITY : cell.textContent;
  }

  function compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
    return String(a).localeCompare(String(b), 'ko');
  }
})();
