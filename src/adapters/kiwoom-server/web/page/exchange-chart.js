// Draws the day of one instrument: a bar from low to high for every minute, shares below, the base price, and the accounts'
// fills. Plain SVG made of numbers; nothing of it is markup from the server.

(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const [WIDTH, HEIGHT, RIGHT, TOP] = [760, 260, 64, 8];
  const PRICE_BOTTOM = 180;
  const VOLUME_TOP = 192;
  const VOLUME_BOTTOM = 240;
  const HOUR = 60;
  /** The hours of a market, minutes of the day: the picture's width, unless there are trades outside. */
  const HOURS = { KRX: [540, 930], NXT: [480, 1200] };
  const PRICE_LINES = 4;

  function shape(name, attributes, text = null) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== null) made.textContent = text;
    return made;
  }

  /** A round distance between lines, so that about `count` of them lie in `range`. */
  function roundStep(range, count) {
    const rough = range / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].map((one) => one * power).find((step) => step >= rough) ?? rough;
  }

  /** Where a minute, a price and a volume lie in the picture. */
  function scalesOf({ minutes, base, fills }, [begin, end]) {
    const prices = [
      base,
      ...minutes.flatMap(([, , high, low]) => [high, low]),
      ...fills.map(({ price }) => price),
    ];
    const [low, high] = [Math.min(...prices), Math.max(...prices)];
    const margin = Math.max((high - low) * 0.05, base * 0.001);
    const first = Math.min(begin, minutes[0]?.[0] ?? begin);
    const last = Math.max(end, minutes.at(-1)?.[0] ?? end);
    const most = Math.max(1, ...minutes.map((one) => one[5]));
    const [bottom, top] = [low - margin, high + margin];
    return {
      ...{ first, last, bottom, top },
      x: (minute) => ((minute - first) / (last - first + 1)) * (WIDTH - RIGHT),
      y: (price) => PRICE_BOTTOM - ((price - bottom) / (top - bottom)) * (PRICE_BOTTOM - TOP),
      volumeY: (volume) => VOLUME_BOTTOM - (volume / most) * (VOLUME_BOTTOM - VOLUME_TOP),
    };
  }

  function priceLines({ bottom, top, y }) {
    const step = roundStep(top - bottom, PRICE_LINES);
    const shapes = [];
    for (let price = Math.ceil(bottom / step) * step; price <= top; price += step) {
      const at = y(price);
      shapes.push(shape('line', { class: 'grid', x1: 0, x2: WIDTH - RIGHT, y1: at, y2: at }));
      shapes.push(shape('text', { x: WIDTH - RIGHT + 6, y: at + 4 }, price.toLocaleString('en-US')));
    }
    return shapes;
  }

  function hourLines({ first, last, x }) {
    const shapes = [];
    for (let minute = Math.ceil(first / HOUR) * HOUR; minute <= last; minute += HOUR) {
      const at = x(minute);
      shapes.push(shape('line', { class: 'grid', x1: at, x2: at, y1: TOP, y2: VOLUME_BOTTOM }));
      shapes.push(
        shape('text', { x: at + 3, y: HEIGHT - 4 }, `${String(minute / HOUR).padStart(2, '0')}:00`),
      );
    }
    return shapes;
  }

  /** One path for each direction: hundreds of minutes are four elements. */
  function minuteShapes(minutes, { x, y, volumeY }) {
    const paths = { up: ['', ''], down: ['', ''] };
    const half = Math.max(0.6, (x(1) - x(0)) * 0.35);
    for (const [minute, open, high, low, close, volume] of minutes) {
      const middle = x(minute + 0.5);
      const [left, right] = [middle - half, middle + half];
      const path = paths[close >= open ? 'up' : 'down'];
      const body = `M${left} ${y(open)}H${right}V${y(close)}H${left}Z`;
      path[0] += `M${middle} ${y(high)}V${y(low)}${body}`;
      path[1] += `M${left} ${VOLUME_BOTTOM}V${volumeY(volume)}H${right}V${VOLUME_BOTTOM}Z`;
    }
    return Object.entries(paths).flatMap(([direction, [prices, volumes]]) => [
      shape('path', { class: `minutes ${direction}`, d: prices }),
      shape('path', { class: `volumes ${direction}`, d: volumes }),
    ]);
  }

  /** Triangles: upwards below the price of a buy, downwards above that of a sale. */
  function fillShape({ minute, price, side }, { x, y }) {
    const sign = side === 'buy' ? 1 : -1;
    const [at, tip] = [x(minute + 0.5), y(price) + sign * 2];
    const foot = tip + sign * 9;
    return shape('path', { class: `fill ${side}`, d: `M${at} ${tip}L${at - 5} ${foot}H${at + 5}Z` });
  }

  /** Fills the svg `into` with the day of one instrument on `venue`. */
  globalThis.drawDay = (into, day, venue) => {
    const scales = scalesOf(day, HOURS[venue]);
    const baseline = scales.y(day.base);
    into.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    into.replaceChildren(
      ...priceLines(scales),
      ...hourLines(scales),
      shape('line', { class: 'base', x1: 0, x2: WIDTH - RIGHT, y1: baseline, y2: baseline }),
      ...minuteShapes(day.minutes, scales),
      ...day.fills.map((fill) => fillShape(fill, scales)),
    );
  };
})();
