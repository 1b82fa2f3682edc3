// Small tools of the exchange's page. Rows are changed in place, cell by cell: a button that was replaced between the pressing and
// the letting go of a mouse would not be clicked, and the page changes four times a second.

globalThis.PAGE = (() => {
  const $ = (id) => document.getElementById(id);

  function node(name, text, className = '') {
    const made = document.createElement(name);
    if (text !== null) made.textContent = text;
    if (className !== '') made.className = className;
    return made;
  }

  /** `data` tells the button from others of the same words. */
  function button(text, act, data = {}, className = '') {
    const made = node('button', text, className);
    made.type = 'button';
    Object.assign(made.dataset, data);
    made.addEventListener('click', act);
    return made;
  }

  function row(cells, className = '') {
    const made = node('tr', null, className);
    made.append(...cells);
    return made;
  }

  /** A cell around other elements. */
  function cell(className, ...parts) {
    const made = node('td', null, className);
    made.append(...parts);
    return made;
  }

  function patchRow(old, made) {
    old.className = made.className;
    const cells = [...made.children];
    if (old.children.length !== cells.length) {
      old.replaceChildren(...cells);
      return;
    }
    for (const [index, one] of cells.entries()) {
      if (!old.children[index].isEqualNode(one)) old.children[index].replaceWith(one);
    }
  }

  /** Makes the rows of a table's body these; cells that stay as they are are not touched. */
  function fill(id, rows) {
    const body = $(id);
    while (body.children.length > rows.length) body.lastElementChild.remove();
    for (const [index, made] of rows.entries()) {
      const old = body.children[index];
      if (old === undefined) body.append(made);
      else patchRow(old, made);
    }
  }

  /** The same, with a word where there are none. */
  function fillOrSay(id, rows, none) {
    if (rows.length > 0) {
      fill(id, rows);
      return;
    }
    const empty = node('td', none, 'text empty');
    empty.colSpan = $(id).closest('table').querySelectorAll('th').length;
    fill(id, [row([empty])]);
  }

  const number = (value) => (value === null ? '–' : value.toLocaleString('en-US'));
  const signed = (value) => `${value > 0 ? '+' : ''}${number(value)}`;
  /** The class of a rise or a fall. */
  const direction = (change) => (change === null || change === 0 ? '' : change > 0 ? 'up' : 'down');
  const percent = (rate) => (rate === null ? '–' : `${rate > 0 ? '+' : ''}${rate.toFixed(2)}%`);
  const rateOf = ({ last, base }) => (last === null || base === 0 ? null : ((last - base) / base) * 100);

  return { $, node, button, row, cell, fill, fillOrSay, number, signed, direction, percent, rateOf };
})();
