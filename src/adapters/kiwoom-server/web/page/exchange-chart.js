// Draws the day of one instrument: a bar from low to high for every minute, shares below, the base price, the last one, the
// accounts' fills, and a line through the minute the mouse is at. As many units as the picture has pixels, so that letters keep
// their size on a phone. Plain SVG made of numbers; nothing of it is markup from the server.

(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  /** Pixels beside the picture for prices, above it, and below it for hours. */
  const [RIGHT, TOP, BOTTOM] = [66, 8, 20];
  /** The part of the height that the volumes take. */
  const VOLUME_SHARE = 0.2;
  const VOLUME_GAP = 12;
  const HOUR_PIXELS_MIN = 44;
  const HOUR = 60;
  /** The hours of a market, minutes of the day: the picture's width, unless there are trades outside. */
  const HOURS = { KRX: [540, 930], NXT: [480, 1200] };
  const PRICE_LINE_PIXELS = 42;

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
  function scalesOf({ minutes, base, fills }, [begin, end], { width, height }) {
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
    const [right, floor] = [width - RIGHT, height - BOTTOM];
    const volumeTop = floor - (floor - TOP) * VOLUME_SHARE;
    const priceFloor = volumeTop - VOLUME_GAP;
    return {
      ...{ first, last, bottom, top, right, floor, height },
      x: (minute) => ((minute - first) / (last - first + 1)) * right,
      minuteAt: (x) => Math.floor(first + (x / right) * (last - first + 1)),
      y: (price) => priceFloor - ((price - bottom) / (top - bottom)) * (priceFloor - TOP),
      volumeY: (volume) => floor - (volume / most) * (floor - volumeTop),
    };
  }

  function priceLines({ bottom, top, right, y }) {
    const step = roundStep(top - bottom, Math.max(2, (y(bottom) - TOP) / PRICE_LINE_PIXELS));
    const shapes = [];
    for (let price = Math.ceil(bottom / step) * step; price <= top; price += step) {
      const at = y(price);
      shapes.push(shape('line', { class: 'grid', x1: 0, x2: right, y1: at, y2: at }));
      shapes.push(shape('text', { x: right + 6, y: at + 4 }, price.toLocaleString('en-US')));
    }
    return shapes;
  }

  function hourLines({ first, last, floor, height, x }) {
    const shapes = [];
    const step = HOUR * Math.ceil(HOUR_PIXELS_MIN / (x(HOUR) - x(0)));
    for (let minute = Math.ceil(first / HOUR) * HOUR; minute <= last; minute += step) {
      const at = x(minute);
      shapes.push(shape('line', { class: 'grid', x1: at, x2: at, y1: TOP, y2: floor }));
      shapes.push(
        shape('text', { x: at + 3, y: height - 4 }, `${String(minute / HOUR).padStart(2, '0')}:00`),
      );
    }
    return shapes;
  }

  /** One path for each direction: hundreds of minutes are four elements. */
  function minuteShapes(minutes, { x, y, floor, volumeY }) {
    const paths = { up: ['', ''], down: ['', ''] };
    const half = Math.max(0.6, (x(1) - x(0)) * 0.35);
    for (const [minute, open, high, low, close, volume] of minutes) {
      const middle = x(minute + 0.5);
      const [left, right] = [middle - half, middle + half];
      const path = paths[close >= open ? 'up' : 'down'];
      const body = `M${left} ${y(open)}H${right}V${y(close)}H${left}Z`;
      path[0] += `M${middle} ${y(high)}V${y(low)}${body}`;
      path[1] += `M${left} ${floor}V${volumeY(volume)}H${right}V${floor}Z`;
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

  /** The last price on the scale, in the colour of its change. */
  function lastShapes({ minutes, base }, { right, y }) {
    const [, , , , price] = minutes.at(-1) ?? [];
    if (price === undefined) return [];
    const [at, direction] = [y(price), price > base ? 'up' : price < base ? 'down' : 'even'];
    return [
      shape('line', { class: `last ${direction}`, x1: 0, x2: right, y1: at, y2: at }),
      shape('rect', {
        class: `last ${direction}`,
        x: right + 1,
        y: at - 9,
        width: RIGHT - 2,
        height: 18,
        rx: 3,
      }),
      shape('text', { class: 'last', x: right + 6, y: at + 4 }, price.toLocaleString('en-US')),
    ];
  }

  /** A line through the minute that is pointed at. */
  const pointerShape = ([minute], { x, floor }) =>
    shape('line', { class: 'pointed', x1: x(minute + 0.5), x2: x(minute + 0.5), y1: TOP, y2: floor });

  /**
   * Fills the svg `into` with the day of one instrument on `venue`. Returns the minute with trades that lies at or before
   * `pointerX`, pixels from the left edge; null where none does, or nothing is pointed at.
   */
  globalThis.drawDay = (into, day, venue, pointerX) => {
    const size = { width: Math.max(240, into.clientWidth), height: Math.max(120, into.clientHeight) };
    const scales = scalesOf(day, HOURS[venue], size);
    const baseline = scales.y(day.base);
    const pointedAt = pointerX === null || pointerX > scales.right ? null : scales.minuteAt(pointerX);
    const pointed =
      pointedAt === null ? null : (day.minutes.findLast(([minute]) => minute <= pointedAt) ?? null);
    into.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    into.replaceChildren(
      ...priceLines(scales),
      ...hourLines(scales),
      shape('line', { class: 'base', x1: 0, x2: scales.right, y1: baseline, y2: baseline }),
      ...minuteShapes(day.minutes, scales),
      ...lastShapes(day, scales),
      ...day.fills.map((fill) => fillShape(fill, scales)),
      ...(pointed === null ? [] : [pointerShape(pointed, scales)]),
    );
    return pointed;
  };
})();
