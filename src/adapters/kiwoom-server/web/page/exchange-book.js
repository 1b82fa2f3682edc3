// One instrument on the exchange's page: its price, the day drawn, its book with the accounts' own orders marked, its trades.

globalThis.showInstrument = (() => {
  const { $, node, button, row, cell, fill, fillOrSay, number, signed, direction, percent, rateOf } =
    globalThis.PAGE;

  function showHead({ symbol, venue, venues, day, designations, market }, words, chooseVenue) {
    const name = market.find((one) => one.symbol === symbol)?.name ?? '';
    $('name').textContent = name;
    $('code').textContent = symbol ?? '';
    const change = day.last === null ? null : day.last - day.base;
    $('price').textContent = number(day.last);
    $('price').className = `price ${direction(change)}`;
    $('change').textContent = change === null ? '' : `${signed(change)} (${percent(rateOf(day))})`;
    $('change').className = direction(change);
    document.title = `${name} ${number(day.last)} · hwangso`;
    const badges = [day.stage, ...designations.filter((one) => one !== day.stage)];
    $('badges').replaceChildren(
      ...badges
        .filter((one) => one !== '')
        .map((one) => node('span', words.states[one] ?? one, `badge ${one}`)),
    );
    const chosen = [...$('venues').children].map((one) => `${one.dataset.venue} ${one.ariaPressed}`).join();
    const wanted = venues.map((one) => `${one} ${one === venue}`).join();
    if (chosen === wanted) return;
    $('venues').replaceChildren(
      ...venues.map((one) => {
        const made = button(one, () => chooseVenue(one), { venue: one });
        made.ariaPressed = String(one === venue);
        return made;
      }),
    );
  }

  /** Where the mouse is over the chart, pixels from its left edge; null where it is not. */
  let pointerX = null;
  let redraw = () => undefined;
  $('chart').addEventListener('pointermove', ({ clientX }) =>
    point(clientX - $('chart').getBoundingClientRect().left),
  );
  $('chart').addEventListener('pointerleave', () => point(null));

  function point(x) {
    pointerX = x;
    redraw();
  }

  /** The day, and below it the figures of the minute that is pointed at, or of the whole day. */
  function showChart({ chart, venue }, words) {
    if (chart === null) return;
    const pointed = globalThis.drawDay($('chart'), chart, venue, pointerX);
    const minutes = pointed === null ? chart.minutes : [pointed];
    const extreme = (of, place) => number(of(...minutes.map((minute) => minute[place])));
    $('figures').textContent =
      minutes.length === 0
        ? words.untraded
        : words.figures({
            at: pointed === null ? '' : clockOf(pointed[0]),
            open: number(minutes[0][1]),
            high: extreme(Math.max, 2),
            low: extreme(Math.min, 3),
            close: number(minutes.at(-1)[4]),
            volume: number(minutes.reduce((sum, minute) => sum + minute[5], 0)),
          });
  }

  const clockOf = (minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

  function showBook({ book, day }, words) {
    const levels = [...book.asks, ...book.bids];
    const largest = Math.max(1, ...levels.map(({ quantity }) => quantity));
    const level = ({ price, quantity, own }, side) => {
      const bar = node('span', null, 'bar');
      bar.style.setProperty('--share', String(quantity / largest));
      const shares = cell(side, bar, node('span', number(quantity)));
      const isLast = price === day.last;
      const middle = node(
        'td',
        number(price),
        `${direction(price - book.base)} ${isLast ? 'last' : ''}`.trim(),
      );
      const mine = node('td', own === 0 ? '' : words.mine(number(own)), 'own');
      return row(side === 'ask' ? [shares, middle, mine] : [mine, middle, shares]);
    };
    fillOrSay(
      'book',
      [...book.asks.map((one) => level(one, 'ask')).reverse(), ...book.bids.map((one) => level(one, 'bid'))],
      words.noBook,
    );
    fill('totals', [
      row([
        node('td', number(book.totalAsk)),
        node('td', words.total, 'muted'),
        node('td', number(book.totalBid)),
      ]),
    ]);
    $('expected').textContent =
      book.expectedPrice === null
        ? ''
        : `${words.expected} ${number(book.expectedPrice)} (${number(book.expectedQuantity)})`;
  }

  function showTape({ tape }, words) {
    const sides = { buy: 'up', sell: 'down' };
    fillOrSay(
      'tape',
      tape.map(({ time, price, quantity, aggressor }) =>
        row([
          node('td', time, 'text'),
          node('td', number(price)),
          node('td', number(quantity), sides[aggressor] ?? ''),
        ]),
      ),
      words.none,
    );
  }

  return (view, words, chooseVenue) => {
    showHead(view, words, chooseVenue);
    redraw = () => showChart(view, words);
    redraw();
    showBook(view, words);
    showTape(view, words);
  };
})();
