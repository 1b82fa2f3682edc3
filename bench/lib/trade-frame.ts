// A 0B frame as Kiwoom sends it: the 43 fields of the guide's example, with a price and a time put in.

import { compactDate, kstClockText, kstDate } from '../../src/domain/time.ts';

const EMPTY = [
  '851',
  '1890',
  '1891',
  '1892',
  '1030',
  '1031',
  '1032',
  '1071',
  '1072',
  '1313',
  '1315',
  '1316',
  '1314',
  '1497',
  '1498',
  '620',
  '732',
  '852',
];

/** The frame's bytes. `at` gives the time of the trade in Korea. */
export function tradeFrame(symbol: string, price: number, at: number): Buffer {
  const values: Record<string, string> = {
    '20': kstClockText(at).replaceAll(':', ''),
    '10': `-${price}`,
    '11': '-50',
    '12': '-0.24',
    '27': `-${price + 100}`,
    '28': `-${price}`,
    '15': '+82',
    '13': '30379732',
    '14': '632640',
    '16': `${price + 50}`,
    '17': `+${price + 350}`,
    '18': `-${price - 350}`,
    '25': '5',
    '26': '-1057122',
    '29': '-22041267850',
    '30': '-96.64',
    '31': '36.67',
    '32': '44',
    '228': '98.92',
    '311': '17230',
    '290': '2',
    '691': '0',
    '567': '000000',
    '568': '000000',
    '9081': '1',
  };
  for (const fid of EMPTY) values[fid] = '';
  const frame = {
    trnm: 'REAL',
    data: [{ type: '0B', name: '주식체결', item: symbol, values }],
    day: compactDate(kstDate(at)),
  };
  return Buffer.from(JSON.stringify(frame), 'utf8');
}
