// Runs inside a backtest page: draws equity, drawdown and candles from the data in the page. Colours come from the
// page's style, so charts follow light and dark; words follow the page's language.

(() => {
  const { createChart, createSeriesMarkers, AreaSeries, CandlestickSeries, HistogramSeries, LineSeries } =
    globalThis.LightweightCharts;
  const data = JSON.parse(document.getElementById('chart-data').textContent);
  const root = document.documentElement;
  const darkScheme = globalThis.matchMedia('(prefers-color-scheme: dark)');
  const charts = [];
  let redrawMarkers = () => undefined;

  const word = (key) => data.labels[key][root.dataset.lang];
  const color = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const whole = (value) => Math.round(value).toLocaleString('en-US');
  const percent = (value) => `${(value * 100).toFixed(2)}%`;
  const BARS_AT_FIRST = 125;
  const BARS_WITH_WORDS = 130;
  const locale = () => (root.dataset.lang === 'ko' ? 'ko-KR' : 'en-US');
  const wonFormat = { type: 'custom', minMove: 1, formatter: whole };

  if (data.dates.length > 0) drawEquity();
  if (data.instruments.length > 0) drawCandles();
  darkScheme.addEventListener('change', restyle);
  document.addEventListener('languagechange', () => {
    for (const chart of charts) chart.applyOptions({ localization: { locale: locale() } });
  });

  function themeOptions() {
    return {
      layout: {
        background: { color: 'transparent' },
        textColor: color('muted'),
        fontFamily: getComputedStyle(document.body).fontFamily,
        panes: { separatorColor: color('line') },
      },
      grid: { vertLines: { color: color('line') }, horzLines: { color: color('line') } },
      timeScale: { borderColor: color('line'), minBarSpacing: 0.02 },
      rightPriceScale: { borderColor: color('line') },
    };
  }

  function newChart(id) {
    const chart = createChart(document.getElementById(id), {
      ...themeOptions(),
      autoSize: true,
      localization: { dateFormat: 'yyyy-MM-dd', locale: locale() },
      handleScroll: { vertTouchDrag: false },
    });
    charts.push(chart);
    return chart;
  }

  function restyle() {
    for (const chart of charts) chart.applyOptions(themeOptions());
    redrawMarkers();
  }

  function drawEquity() {
    const chart = newChart('equity-chart');
    const equity = chart.addSeries(LineSeries, {
      color: color('accent'),
      lineWidth: 2,
      priceFormat: wonFormat,
    });
    equity.setData(data.dates.map((time, i) => ({ time, value: data.equity[i] })));
    const holding = chart.addSeries(LineSeries, {
      color: color('muted'),
      lineWidth: 1,
      lineStyle: 2,
      priceFormat: wonFormat,
      priceLineVisible: false,
      lastValueVisible: false,
    });
    holding.setData(data.buyAndHold.map(([time, value]) => ({ time, value })));
    const drawdown = chart.addSeries(
      AreaSeries,
      {
        lineColor: color('down'),
        lineWidth: 1,
        topColor: 'transparent',
        bottomColor: 'transparent',
        priceFormat: { type: 'custom', minMove: 0.0001, formatter: percent },
        priceLineVisible: false,
      },
      1,
    );
    drawdown.setData(data.dates.map((time, i) => ({ time, value: data.drawdown[i] })));
    chart.panes()[0].setStretchFactor(3);
    chart.panes()[1].setStretchFactor(1);
    chart.timeScale().fitContent();

    const legend = document.getElementById('equity-legend');
    const held = new Map(data.buyAndHold);
    const show = (index) => {
      const time = data.dates[index];
      const parts = [`${time}`, `━ ${word('equity')} ${whole(data.equity[index])}`];
      if (held.has(time)) parts.push(`┅ ${word('buyAndHold')} ${whole(held.get(time))}`);
      parts.push(`${word('drawdown')} ${percent(data.drawdown[index])}`);
      legend.textContent = parts.join(' · ');
    };
    const last = data.dates.length - 1;
    const indexOf = new Map(data.dates.map((date, i) => [date, i]));
    chart.subscribeCrosshairMove(({ time }) => show(indexOf.get(time) ?? last));
    document.addEventListener('languagechange', () => show(last));
    show(last);
  }

  function drawCandles() {
    const chart = newChart('candle-chart');
    const candles = chart.addSeries(CandlestickSeries, { priceFormat: wonFormat });
    const volume = chart.addSeries(
      HistogramSeries,
      { priceFormat: { type: 'volume' }, priceLineVisible: false },
      1,
    );
    const markers = createSeriesMarkers(candles, []);
    chart.panes()[0].setStretchFactor(4);
    chart.panes()[1].setStretchFactor(1);
    const select = document.getElementById('instrument-select');
    select.append(
      ...data.instruments.map(({ symbol, name }, i) => new Option(`${name} ${symbol}`, String(i))),
    );
    const chosen = () => data.instruments[Number(select.value)];

    redrawMarkers = () => {
      const up = color('up');
      const down = color('down');
      candles.applyOptions({ upColor: up, wickUpColor: up, borderUpColor: up });
      candles.applyOptions({ downColor: down, wickDownColor: down, borderDownColor: down });
      volume.applyOptions({ color: color('line') });
      markers.setMarkers(chosen().markers.map((marker) => toMarker(marker, isNear)));
    };
    // Words beside the arrows only fit while few bars are in view.
    let isNear = true;
    chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
      const isNearNow = range === null || range.to - range.from <= BARS_WITH_WORDS;
      if (isNearNow === isNear) return;
      isNear = isNearNow;
      redrawMarkers();
    });
    const show = () => {
      const { dates, values } = chosen();
      candles.setData(dates.map((time, i) => candleOf(time, values[i])));
      volume.setData(dates.map((time, i) => ({ time, value: values[i][4] })));
      redrawMarkers();
      chart
        .timeScale()
        .setVisibleLogicalRange({ from: Math.max(0, dates.length - BARS_AT_FIRST), to: dates.length });
      showLegend(dates.length - 1);
    };
    const legend = document.getElementById('candle-legend');
    const showLegend = (index) => {
      const { dates, values, markers: trades } = chosen();
      if (index < 0) {
        legend.textContent = '';
        return;
      }
      const [open, high, low, close, shares] = values[index];
      const text = `${dates[index]} · ${[open, high, low, close].map(whole).join(' / ')} · ${whole(shares)}`;
      legend.textContent = [text, ...trades.filter(({ date }) => date === dates[index]).map(tradeText)].join(
        ' · ',
      );
    };
    chart.subscribeCrosshairMove(({ logical, time }) => {
      const last = chosen().dates.length - 1;
      showLegend(time === undefined || logical === undefined ? last : Math.min(last, Math.max(0, logical)));
    });
    select.addEventListener('change', show);
    document.addEventListener('languagechange', () => {
      redrawMarkers();
      showLegend(chosen().dates.length - 1);
    });
    show();
  }

  function candleOf(time, [open, high, low, close]) {
    return { time, open, high, low, close };
  }

  function toMarker({ date, side, quantity }, hasWords) {
    const isBuy = side === 'buy';
    return {
      time: date,
      position: isBuy ? 'belowBar' : 'aboveBar',
      shape: isBuy ? 'arrowUp' : 'arrowDown',
      color: color(isBuy ? 'up' : 'down'),
      text: hasWords ? `${word(side)} ${whole(quantity)}` : '',
    };
  }

  function tradeText({ side, quantity, price }) {
    return `${word(side)} ${whole(quantity)} @ ${whole(price)}`;
  }
})();
