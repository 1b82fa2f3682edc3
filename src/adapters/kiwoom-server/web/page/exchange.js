// The exchange's page: shows what the server streams, and sends what its buttons ask. Text becomes text, never markup.

(() => {
  const $ = (id) => document.getElementById(id);
  const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  let lang = asked.startsWith('ko') ? 'ko' : 'en';
  let chosen = null;
  let stream = null;
  let view = null;
  /** Items of one type that a WebSocket's row names. */
  const ITEMS_SHOWN = 12;

  const words = () => globalThis.WORDS[lang];
  const number = (value) => (value === null ? '–' : value.toLocaleString('en-US'));

  const speedText = (speed) => (speed === 'max' ? speed : `${speed}×`);
  /** `cancel working` and the like, word by word, in the reader's language. */
  const stateText = (state) =>
    state
      .split(' ')
      .map((word) => words().states[word] ?? word)
      .join(' ');

  function node(name, text, className = '') {
    const made = document.createElement(name);
    if (text !== null) made.textContent = text;
    if (className !== '') made.className = className;
    return made;
  }

  function button(text, act, className = '') {
    const made = node('button', text, className);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  function fill(id, rows) {
    $(id).replaceChildren(...rows);
  }

  function row(...cells) {
    const made = node('tr', null);
    made.append(...cells);
    return made;
  }

  function speak() {
    document.documentElement.lang = lang;
    for (const element of document.querySelectorAll('[data-text]'))
      element.textContent = words()[element.dataset.text];
    $('language').textContent = words().language;
    $('language').lang = lang === 'ko' ? 'en' : 'ko';
    fill(
      'presets',
      Object.entries(globalThis.PRESETS).map(([name, text]) =>
        button(words().presets[name], () => control({ action: 'inject', text })),
      ),
    );
    if (view !== null) show();
  }

  function show() {
    showClock();
    showMarket();
    showChart();
    showBook();
    showFaults();
    showAccounts();
    showSessions();
  }

  function registeredText({ type, items }) {
    const shown = items.slice(0, ITEMS_SHOWN).join(', ');
    const left = items.length - ITEMS_SHOWN;
    return `${type} ${shown}${left > 0 ? ` ${words().more(left)}` : ''}`.trim();
  }

  function showSessions() {
    fill(
      'sessions',
      view.sessions.map(({ account, registered, bufferedBytes, dropped, isDeaf }) =>
        row(
          node('td', account ?? words().noLogin, 'text'),
          node('td', registered.map(registeredText).join(' · ') || words().none, 'text wrap'),
          node('td', number(bufferedBytes)),
          node('td', number(dropped)),
          node('td', isDeaf ? words().deaf : words().fine, 'text'),
        ),
      ),
    );
  }

  function showClock() {
    $('clock').textContent = view.time;
    $('phase').textContent =
      `${stateText(view.phase)} · ${view.isRunning ? speedText(view.speed) : words().paused}`;
    $('run').textContent = view.isRunning ? words().pause : words().resume;
    const select = $('speed');
    if (document.activeElement === select) return;
    if (![...select.options].some(({ value }) => value === view.speed))
      select.add(new Option(speedText(view.speed), view.speed));
    select.value = view.speed;
  }

  function showMarket() {
    const wanted = $('find').value.trim().toLowerCase();
    const focused = document.activeElement?.dataset?.symbol ?? null;
    const shown = view.market.filter(({ symbol, name }) =>
      `${symbol} ${name}`.toLowerCase().includes(wanted),
    );
    fill(
      'market',
      shown.map(({ symbol, name, last, base, volume, stage }) => {
        const rate = last === null ? null : ((last - base) / base) * 100;
        const direction = rate === null || rate === 0 ? '' : rate > 0 ? 'up' : 'down';
        const cell = node('td', null, 'text');
        const choice = button(`${symbol} ${name}`, () => choose(symbol));
        choice.dataset.symbol = symbol;
        choice.setAttribute('aria-pressed', String(symbol === view.symbol));
        cell.append(choice);
        const made = row(
          cell,
          node('td', number(last), direction),
          node('td', rate === null ? '–' : `${rate > 0 ? '+' : ''}${rate.toFixed(2)}%`, direction),
          node('td', number(volume)),
          node('td', stateText(stage), 'text'),
        );
        if (symbol === view.symbol) made.className = 'chosen';
        return made;
      }),
    );
    if (focused !== null) document.querySelector(`[data-symbol="${CSS.escape(focused)}"]`)?.focus();
  }

  function showChart() {
    const { chart, symbol, market } = view;
    if (chart === null) return;
    $('charted').textContent = `${symbol} ${market.find((one) => one.symbol === symbol)?.name ?? ''}`;
    const { minutes } = chart;
    $('figures').textContent =
      minutes.length === 0
        ? words().untraded
        : words().figures({
            open: number(minutes[0][1]),
            high: number(Math.max(...minutes.map((minute) => minute[2]))),
            low: number(Math.min(...minutes.map((minute) => minute[3]))),
            close: number(minutes.at(-1)[4]),
            volume: number(minutes.reduce((sum, minute) => sum + minute[5], 0)),
          });
    globalThis.drawDay($('chart'), chart);
  }

  function showBook() {
    const { book, tape, symbol } = view;
    $('chosen').textContent = symbol ?? '';
    const largest = Math.max(1, ...book.asks.concat(book.bids).map(({ quantity }) => quantity));
    const level = ({ price, quantity }, side) => {
      const cell = node('td', null, side);
      const bar = node('span', null, 'bar');
      bar.style.setProperty('--share', String(quantity / largest));
      cell.append(bar, node('span', number(quantity)));
      const none = node('td', '');
      const middle = node('td', number(price), price > book.base ? 'up' : price < book.base ? 'down' : '');
      return side === 'ask' ? row(cell, middle, none) : row(none, middle, cell);
    };
    fill('book', [
      ...book.asks.map((one) => level(one, 'ask')).reverse(),
      ...book.bids.map((one) => level(one, 'bid')),
    ]);
    $('expected').textContent =
      book.expectedPrice === null
        ? ''
        : `${words().expected} ${number(book.expectedPrice)} (${number(book.expectedQuantity)})`;
    fill(
      'tape',
      tape.map(({ time, price, quantity, aggressor }) =>
        row(
          node('td', time, 'text'),
          node('td', number(price)),
          node('td', number(quantity), aggressor === 'buy' ? 'up' : aggressor === 'sell' ? 'down' : ''),
        ),
      ),
    );
  }

  function showFaults() {
    fill(
      'faults',
      view.faults.map(({ number: index, text, hits, isOpen }) => {
        const cell = node('td', null, 'text');
        cell.append(button(words().remove, () => control({ action: 'remove', number: index }), 'plain'));
        return row(
          node('td', text, 'text wrap'),
          node('td', number(hits)),
          node('td', isOpen ? words().open : words().over, 'text'),
          cell,
        );
      }),
    );
  }

  function showAccounts() {
    fill(
      'accounts',
      view.accounts.map(({ id, cash, orderable, holdings }) =>
        row(
          node('td', id, 'text'),
          node('td', number(cash)),
          node('td', number(orderable)),
          node(
            'td',
            holdings.map(({ symbol, quantity }) => `${symbol} ${number(quantity)}`).join(', ') ||
              words().none,
            'text wrap',
          ),
        ),
      ),
    );
    fill(
      'orders',
      view.orders.map(({ time, account, orderNo, symbol, side, price, quantity, filled, status }) =>
        row(
          node('td', time, 'text'),
          node('td', account, 'text'),
          node('td', orderNo, 'text'),
          node('td', symbol, 'text'),
          node('td', words()[side], `text ${side === 'buy' ? 'up' : 'down'}`),
          node('td', price === null ? words().market_order : number(price)),
          node('td', number(quantity)),
          node('td', number(filled)),
          node('td', stateText(status), 'text'),
        ),
      ),
    );
  }

  function choose(symbol) {
    chosen = symbol;
    listen();
  }

  function listen() {
    stream?.close();
    stream = new EventSource(chosen === null ? 'events' : `events?symbol=${encodeURIComponent(chosen)}`);
    stream.addEventListener('message', ({ data }) => {
      view = JSON.parse(data);
      if ($('status').textContent === words().lost) $('status').textContent = '';
      show();
    });
    stream.addEventListener('error', () => {
      $('status').textContent = words().lost;
    });
  }

  async function control(command) {
    const answer = await fetch('control', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...command, lang }),
    });
    $('status').textContent = answer.ok ? words().done : await answer.text();
  }

  $('run').addEventListener('click', () =>
    control({ action: view?.isRunning === false ? 'resume' : 'pause' }),
  );
  $('speed').addEventListener('change', ({ target }) => control({ action: 'speed', speed: target.value }));
  $('halt').addEventListener('click', () => control({ action: 'halt', symbol: view?.symbol ?? '' }));
  $('release').addEventListener('click', () => control({ action: 'release', symbol: view?.symbol ?? '' }));
  $('find').addEventListener('input', () => view !== null && showMarket());
  $('language').addEventListener('click', () => {
    lang = lang === 'ko' ? 'en' : 'ko';
    speak();
  });
  $('speed-form').addEventListener('submit', (event) => event.preventDefault());
  $('fault-form').addEventListener('submit', (event) => {
    event.preventDefault();
    control({ action: 'inject', text: $('fault-text').value });
  });

  speak();
  listen();
})();
