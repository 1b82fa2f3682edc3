// The exchange's page: shows what the server streams, and sends what its buttons ask. Text becomes text, never markup.

(() => {
  const { $, node, button, row, cell, fillOrSay, number, direction, percent, rateOf } = globalThis.PAGE;
  const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  let lang = asked.startsWith('ko') ? 'ko' : 'en';
  /** What to look at, kept in the address: `#005930` or `#005930.NXT`. */
  let [chosen = '', venue = ''] = location.hash.slice(1).split('.');
  let stream = null;
  let view = null;
  /** Column the market is sorted by, and whether its largest are first; null for the order of the listing. */
  let sorting = null;
  /** How many more pictures a short word of the status line stays for. */
  let picturesLeft = 0;

  /** The words of the language, with those of a state such as `cancel working` put together word by word. */
  const words = () => {
    const { states, ...rest } = globalThis.WORDS[lang];
    const stateText = (state) =>
      state
        .split(' ')
        .map((word) => states[word] ?? word)
        .join(' ');
    return { ...rest, states, stateText };
  };
  const speedText = (speed) => (speed === 'max' ? speed : `${speed}×`);

  function speak() {
    document.documentElement.lang = lang;
    const say = words();
    for (const element of document.querySelectorAll('[data-text]'))
      element.textContent = say[element.dataset.text];
    $('find').placeholder = say.find;
    $('venues').ariaLabel = say.venue;
    $('language').lang = lang === 'ko' ? 'en' : 'ko';
    $('presets').replaceChildren(
      ...Object.entries(globalThis.PRESETS).map(([name, text]) =>
        button(say.presets[name], () => control({ action: 'inject', text })),
      ),
    );
    if (view === null) $('status').textContent = say.connecting;
    else show();
  }

  function show() {
    const say = words();
    showClock(say);
    showMarket(say);
    globalThis.showInstrument(view, say, (wanted) => choose(view.symbol, wanted));
    globalThis.showTables(view, say, { choose, control });
    const isHalted = view.day.stage === 'halted';
    $('halt').disabled = isHalted;
    $('release').disabled = !isHalted;
  }

  function showClock(say) {
    $('clock').textContent = view.time;
    $('phase').textContent =
      `${say.stateText(view.phase)} · ${view.isRunning ? speedText(view.speed) : say.paused}`;
    $('run').textContent = view.isRunning ? say.pause : say.resume;
    const select = $('speed');
    $('indices').replaceChildren(
      ...view.indices.flatMap(({ code, value, base }) => {
        const rate = rateOf({ last: value, base });
        const points = (value / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        const figures = node('dd', `${points} `);
        figures.append(node('span', percent(rate), direction(rate)));
        return [node('dt', say.indices[code]), figures];
      }),
    );
    if (document.activeElement === select) return;
    if (![...select.options].some(({ value }) => value === view.speed))
      select.add(new Option(speedText(view.speed), view.speed));
    select.value = view.speed;
  }

  const COLUMNS = { last: ({ last }) => last, rate: rateOf, volume: ({ volume }) => volume };

  /** The instruments searched for, sorted as asked; those without a figure come last. */
  function listed() {
    const wanted = $('find').value.trim().toLowerCase();
    const found = view.market.filter(({ symbol, name }) =>
      `${symbol} ${name}`.toLowerCase().includes(wanted),
    );
    if (sorting === null) return found;
    const sign = sorting.isDown ? -1 : 1;
    const figure = (one) => COLUMNS[sorting.column](one) ?? -sign * Number.POSITIVE_INFINITY;
    return found.sort((a, b) => sign * (figure(a) - figure(b)) || 0);
  }

  function showMarket(say) {
    const focused = document.activeElement?.dataset?.symbol ?? null;
    const shown = listed();
    fillOrSay(
      'market',
      shown.map(({ symbol, name, last, base, volume, stage }) => {
        const rate = rateOf({ last, base });
        const choice = button(name, () => choose(symbol), { symbol });
        // What is apart from the market's phase comes before the code: a narrow column cuts the code.
        const badge = node('span', say.stateText(stage), `badge ${stage}`);
        if (stage !== '' && stage !== view.phase) choice.append(' ', badge);
        choice.append(' ', node('span', symbol, 'muted'));
        choice.ariaPressed = String(symbol === view.symbol);
        return row(
          [
            cell('text', choice),
            node('td', number(last), direction(rate)),
            node('td', percent(rate), direction(rate)),
            node('td', number(volume)),
          ],
          symbol === view.symbol ? 'chosen' : '',
        );
      }),
      say.notFound,
    );
    $('count').textContent = say.count(shown.length, view.market.length);
    if (focused !== null && document.activeElement?.dataset?.symbol !== focused)
      document.querySelector(`[data-symbol="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Largest first, then smallest first, then as listed. */
  function sortBy(column) {
    if (sorting?.column !== column) sorting = { column, isDown: true };
    else sorting = sorting.isDown ? { column, isDown: false } : null;
    for (const head of document.querySelectorAll('[data-sort]')) {
      const isThis = sorting !== null && head.dataset.sort === column;
      head.closest('th').ariaSort = isThis ? (sorting.isDown ? 'descending' : 'ascending') : 'none';
    }
    if (view !== null) showMarket(words());
  }

  function choose(symbol, wanted = venue) {
    [chosen, venue] = [symbol ?? '', wanted];
    history.replaceState(null, '', `#${chosen}${venue === '' ? '' : `.${venue}`}`);
    listen();
  }

  function listen() {
    stream?.close();
    stream = new EventSource(`events?${new URLSearchParams({ symbol: chosen, venue })}`);
    stream.addEventListener('message', ({ data }) => {
      const isFirst = view === null;
      view = JSON.parse(data);
      document.body.classList.remove('lost');
      if (isFirst || $('status').textContent === words().lost) $('status').textContent = '';
      if (picturesLeft > 0 && --picturesLeft === 0) $('status').textContent = '';
      show();
    });
    stream.addEventListener('error', () => {
      document.body.classList.add('lost');
      $('status').textContent = words().lost;
    });
  }

  async function control(command) {
    try {
      const answer = await fetch('control', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...command, lang }),
      });
      $('status').textContent = answer.ok ? words().done : await answer.text();
      picturesLeft = answer.ok ? 12 : 0;
    } catch {
      // The server is gone: the stream says so, too, and goes on trying.
      $('status').textContent = words().lost;
    }
  }

  /** `/` goes to the search; arrows walk through the list; Enter in the search takes the first that was found. */
  function walk(event) {
    const choices = [...document.querySelectorAll('#market [data-symbol]')];
    const at = choices.indexOf(document.activeElement);
    const isInSearch = document.activeElement === $('find');
    if (event.key === '/' && !['INPUT', 'SELECT'].includes(document.activeElement?.tagName)) {
      event.preventDefault();
      $('find').select();
    } else if (event.key === 'Enter' && isInSearch) {
      choices[0]?.click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (at < 0 && !isInSearch) return;
      event.preventDefault();
      (choices[event.key === 'ArrowDown' ? at + 1 : at - 1] ?? $('find')).focus();
    }
  }

  $('run').addEventListener('click', () =>
    control({ action: view?.isRunning === false ? 'resume' : 'pause' }),
  );
  $('speed').addEventListener('change', ({ target }) => control({ action: 'speed', speed: target.value }));
  $('halt').addEventListener('click', () => control({ action: 'halt', symbol: view?.symbol ?? '' }));
  $('release').addEventListener('click', () => control({ action: 'release', symbol: view?.symbol ?? '' }));
  $('find').addEventListener('input', () => view !== null && showMarket(words()));
  document.addEventListener('keydown', walk);
  for (const head of document.querySelectorAll('[data-sort]'))
    head.addEventListener('click', () => sortBy(head.dataset.sort));
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
