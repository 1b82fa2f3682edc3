// A 0D frame as Kiwoom sends it: the 163 fields of the guide's example in its order, with a book around a price put in.

import { kstClockText } from '../../src/domain/time.ts';

const LEVELS = 10;
/** What stands behind the levels: totals, ratios, the auction, and the same again for each venue. Mostly zeros. */
const REST: readonly (readonly [first: number, last: number])[] = [
  [121, 122],
  [125, 126],
  [23, 24],
  [128, 129],
  [138, 139],
  [200, 201],
  [238, 238],
  [291, 295],
  [621, 640],
  [13, 13],
  [299, 299],
  [215, 216],
  [6044, 6087],
  [6100, 6115],
];
const FILLED: Readonly<Record<string, string>> = {
  '121': '12622527',
  '122': '-1036021',
  '125': '14453430',
  '126': '+1062126',
  '24': '332941',
  '128': '+1830903',
  '129': '114.51',
  '138': '-1830903',
  '139': '87.33',
  '201': '0.00',
  '238': '3',
  '293': '3',
  '295': '0.00',
  '13': '30379650',
  '299': '-1.06',
  '215': '',
  '216': '',
};

/** The frame's bytes: ten levels a side from `price` on, `tick` won apart. `at` gives the time in Korea. */
export function bookFrame(symbol: string, price: number, tick: number, at: number): Buffer {
  const values: [fid: string, text: string][] = [['21', kstClockText(at).replaceAll(':', '')]];
  for (let level = 0; level < LEVELS; level++) {
    const shares = 23_847 + ((price * (level + 1)) % 2_000_000);
    values.push(
      [String(41 + level), `+${price + (level + 1) * tick}`],
      [String(61 + level), String(shares)],
      [String(81 + level), '0'],
      [String(51 + level), `-${price - level * tick}`],
      [String(71 + level), String(shares + 82)],
      [String(91 + level), '0'],
    );
  }
  for (const [first, last] of REST) {
    for (let fid = first; fid <= last; fid++) values.push([String(fid), FILLED[fid] ?? '0']);
  }
  const members = values.map(([fid, text]) => `"${fid}":"${text}"`).join(',');
  return Buffer.from(
    `{"trnm":"REAL","data":[{"type":"0D","name":"주식호가잔량","item":"${symbol}","values":{${members}}}]}`,
  );
}
