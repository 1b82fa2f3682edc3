// The tables of the exchange's page that are about clients: accounts, orders, WebSockets, faults.

globalThis.showTables = (() => {
  const { node, button, row, cell, fillOrSay, number, signed, direction } = globalThis.PAGE;
  /** Items of one type that a WebSocket's row names. */
  const ITEMS_SHOWN = 12;

  function showAccounts({ accounts }, words, act) {
    const holding = ({ symbol, name, quantity, profit }) => {
      const made = button(
        `${name} ${number(quantity)}`,
        () => act.choose(symbol),
        { holding: symbol },
        'chip',
      );
      made.append(' ', node('span', signed(profit), direction(profit)));
      return made;
    };
    fillOrSay(
      'accounts',
      accounts.flatMap(({ id, cash, orderable, shares, loans, profit, holdings }) => {
        const figures = row([
          node('td', id, 'text'),
          node('td', number(cash + shares - loans)),
          node('td', number(cash)),
          node('td', number(orderable)),
          node('td', signed(profit), direction(profit)),
        ]);
        if (holdings.length === 0) return [figures];
        const held = cell('text wrap', ...holdings.map(holding));
        held.colSpan = figures.children.length;
        return [figures, row([held])];
      }),
      words.none,
    );
  }

  function showOrders({ orders }, words, act) {
    fillOrSay(
      'orders',
      orders.map(
        ({ time, account, orderNo, symbol, name, venue, side, terms, price, quantity, filled, status }) =>
          row(
            [
              node('td', time, 'text'),
              node('td', account, 'text'),
              node('td', orderNo.padStart(7, '0'), 'text'),
              cell(
                'text',
                button(name || symbol, () => act.choose(symbol, venue), { order: `${symbol} ${venue}` }),
              ),
              node('td', venue, 'text'),
              node('td', words[side], `text ${side === 'buy' ? 'up' : 'down'}`),
              node('td', price === null ? (words.terms[terms] ?? terms) : number(price)),
              node('td', number(quantity)),
              node('td', number(filled)),
              node('td', words.stateText(status), 'text'),
            ],
            status.endsWith('working') ? 'working' : '',
          ),
      ),
      words.none,
    );
  }

  function registeredText({ type, items }, words) {
    const shown = items.slice(0, ITEMS_SHOWN).join(', ');
    const left = items.length - ITEMS_SHOWN;
    return `${type} ${shown}${left > 0 ? ` ${words.more(left)}` : ''}`.trim();
  }

  function showSessions({ sessions }, words) {
    fillOrSay(
      'sessions',
      sessions.map(({ account, registered, bufferedBytes, dropped, isDeaf }) =>
        row([
          node('td', account ?? words.noLogin, 'text'),
          node(
            'td',
            registered.map((one) => registeredText(one, words)).join(' · ') || words.none,
            'text wrap',
          ),
          node('td', number(bufferedBytes)),
          node('td', number(dropped)),
          node('td', isDeaf ? words.deaf : words.fine, `text ${isDeaf ? 'alarm' : ''}`.trim()),
        ]),
      ),
      words.none,
    );
  }

  function showFaults({ faults }, words, act) {
    fillOrSay(
      'faults',
      faults.map(({ number: index, text, hits, isOpen }) =>
        row([
          node('td', text, 'text wrap'),
          node('td', number(hits)),
          node('td', isOpen ? words.open : words.over, `text ${isOpen ? 'alarm' : 'muted'}`),
          cell(
            'text',
            button(
              words.remove,
              () => act.control({ action: 'remove', number: index }),
              { fault: index },
              'plain',
            ),
          ),
        ]),
      ),
      words.noFaults,
    );
  }

  return (view, words, act) => {
    showAccounts(view, words, act);
    showOrders(view, words, act);
    showSessions(view, words);
    showFaults(view, words, act);
  };
})();
