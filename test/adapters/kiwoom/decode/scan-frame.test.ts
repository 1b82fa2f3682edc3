// Odd frames one by one: which of them the scanner reads, as the long way does, and which it leaves to that.

import { describe, expect, test } from 'vitest';
import { realTimeExample } from '../guide-example.ts';
import { AT, agrees, bytesOf, longWay, scanner, TRADE } from '../scan-frame-ways.ts';

const changed = (from: string, to: string): string => {
  expect(TRADE).toContain(from);
  return TRADE.replace(from, to);
};

describe('the frames of the guide', () => {
  test.each(['0B', '0D'])('%s is scanned, with and without blanks', (id) => {
    const { frame } = realTimeExample(id);
    expect(agrees(bytesOf(JSON.stringify(frame)))).toBe(true);
    expect(agrees(bytesOf(JSON.stringify(frame, null, '\t')))).toBe(true);
  });

  test.each(['00', '04', '0J', '0s', '1h', '0C'])('%s goes the long way', (id) => {
    expect(scanner.scan(bytesOf(JSON.stringify(realTimeExample(id).frame)), AT)).toBeNull();
  });

  test('both at once come in their order', () => {
    const data = ['0D', '0B', '0D'].flatMap((id) => realTimeExample(id).frame.data);
    const raw = bytesOf(JSON.stringify({ data, trnm: 'REAL' }));
    expect(agrees(raw)).toBe(true);
    expect(scanner.scan(raw, AT)?.map((event) => event.type)).toEqual(['book', 'trade', 'book']);
  });

  test('text goes the long way: the socket gives bytes', () => {
    expect(scanner.scan(TRADE, AT)).toBeNull();
    expect(agrees(bytesOf(TRADE))).toBe(true);
    expect(agrees(new TextEncoder().encode(TRADE))).toBe(true);
  });
});

describe('odd values are read as the long way reads them', () => {
  test.each<[name: string, from: string, to: string]>([
    ['blank beside the price', '"-20800"', '" -20800 "'],
    ['two minus signs', '"10":"-20800"', '"10":"--20800"'],
    ['separators', '"10":"-20800"', '"10":"-20,800"'],
    ['a fraction in a quote', '"27":"-20800"', '"27":"-20800.50"'],
    ['no price asked', '"27":"-20800"', '"27":"-0"'],
    ['a blank quote', '"27":"-20800"', '"27":""'],
    ['blanks for a quote', '"27":"-20800"', '"27":"   "'],
    ['a quote left out', '"27":"-20800",', ''],
    ['a lone sign', '"27":"-20800"', '"27":"-"'],
    ['an average run full', '"27":"-20800"', '"27":"-2147483"'],
    ['just below it', '"27":"-20800"', '"27":"-2147482"'],
    ['just above it', '"27":"-20800"', '"27":"-2147484"'],
    ['a day volume run full', '30379732', '2147483647'],
    ['ten digits', '30379732', '3037973200'],
    ['zeros before', '30379732', '000000000030379732'],
    ['beyond safe integers', '30379732', '9007199254740993'],
    ['a volume without sign', '+82', '82'],
    ['a volume that sold', '+82', '-82'],
    ['a volume with blanks first', '+82', '  -82'],
    ['a volume run full is still a volume', '+82', '+2147483647'],
    ['no time', '"165208"', '"888888"'],
    ['hour 24', '"165208"', '"240000"'],
    ['minute 60', '"165208"', '"166008"'],
    ['second 60', '"165208"', '"165260"'],
    ['midnight', '"165208"', '"000000"'],
    ['the day before', '"165208"', '"045209"'],
    ['exactly half a day away', '"165208"', '"045210"'],
    ['time with colons', '"165208"', '"16:52:08"'],
    ['time with hundredths', '"165208"', '"16520899"'],
    ['time with a sign', '"165208"', '"+65208"'],
    ['time of five digits', '"165208"', '"65208"'],
    ['time left out', '"20":"165208",', ''],
    ['NXT by field', '"9081":"1"', '"9081":"2"'],
    ['venue by suffix', '"9081":"1"', '"9081":""'],
    ['hours before', '"290":"2"', '"290":"1"'],
    ['hours after', '"290":"2"', '"290":"3"'],
    ['hours of two letters', '"290":"2"', '"290":"22"'],
    ['hours unknown', '"290":"2"', '"290":"x"'],
    ['item with suffix', '"005930"', '"005930_AL"'],
    ['item in small letters', '"005930"', '"00593k_nx"'],
    ['item with a prefix', '"005930"', '" A005930 "'],
    ['escapes where nobody reads', '주식체결', '\\uc8fc\\"\\\\\\/\\b\\f\\n\\r\\t\\uABcd'],
    ['escape-like text in a name nobody needs', '"20":', '"한글":"\\u0031","20":'],
    ['a name that begins like a FID', '"20":', '"10a":"5","20":'],
    ['a FID with a zero before is another', '"20":', '"010":"5","20":'],
    ['a FID of many digits', '"20":', '"100000000000000000000010":"5","20":'],
    ['the FID 2^32 + 10', '"20":', '"4294967306":"5","20":'],
    ['an empty name', '"20":', '"":"5","20":'],
    ['unknown FIDs', '"20":', '"9999":"5","10000":"6","20":'],
    ['a repeated name nobody needs', '"20":', '"11":"5","11":"6","20":'],
    ['members beside data', '"data"', '"day":"20261123","date":"x","data"'],
    ['members beside values', '"values"', '"valuez":"x","typ":"0D","values"'],
    ['blanks everywhere', '"trnm":"REAL","data":[{', ' "trnm"\n:\r"REAL"\t,\n"data" : [ { '],
    ['blanks after it', ']}', ' ] } \n\t\r '],
    ['blanks before it', '{"trnm"', ' \n\t\r {"trnm"'],
  ])('%s', (_, from, to) => {
    const text = changed(from, to);
    expect(longWay(bytesOf(text), AT)).not.toBeNull();
    expect(agrees(bytesOf(text))).toBe(true);
  });

  test('exactly half a day away on the other side', () => {
    expect(agrees(bytesOf(changed('165208', '165210')), AT - 43_200_000)).toBe(true);
    expect(agrees(bytesOf(changed('165208', '165210')), AT + 43_200_000)).toBe(true);
  });

  test('a broken character in a name nobody needs', () => {
    const raw = bytesOf(TRADE);
    raw[raw.indexOf('주') + 1] = 0xff;
    expect(agrees(raw)).toBe(true);
  });

  test('two instruments that share a place in the cache are told apart', () => {
    // 31 * a + b is the same for these two pairs of neighbours.
    const [one, other] = ['0059P0', '0058o0'].map((item) => bytesOf(changed('"005930"', `"${item}"`)));
    for (const raw of [one!, other!, one!, other!]) expect(agrees(raw)).toBe(true);
  });
});

describe('what goes the long way', () => {
  test.each<[name: string, from: string, to: string]>([
    ['no price', '"10":"-20800"', '"10":"0"'],
    ['no volume', '+82', '0'],
    ['another type', '"0B"', '"0C"'],
    ['a longer type', '"0B"', '"0BX"'],
    ['no type', '"type":"0B",', ''],
    ['no item', '"item":"005930",', ''],
    ['an item that is in a FID', '"005930"', '""'],
    ['an item that is a number', '"005930"', '593000'],
    ['no values', '"values"', '"valuez"'],
    ['values as a list', '"values":{', '"values":[{'],
    ['another frame', '"REAL"', '"REG"'],
    ['a longer name of frame', '"REAL"', '"REALX"'],
    ['no name of frame', '"trnm":"REAL",', ''],
    ['name of frame twice', '"trnm":"REAL",', '"trnm":"REAL","trnm":"REAL",'],
    ['data twice', '"data":[', '"data":[],"data":['],
    ['data twice, both with an entry', '}}]', '}}],"data":[{"type":"0C"}]'],
    ['values that are text', '"values":{', '"values":"","valuez":{'],
    ['a first quote missing beside data', '"data"', '"day":_20261123","data"'],
    ['a first quote missing beside values', '"주식체결"', '_주식체결"'],
    ['a first quote missing in a FID nobody needs', '"20":', '"11":_5","20":'],
    ['a first quote missing in a FID', '"165208"', '_165208"'],
    ['a first quote missing in the type', '"0B"', '_0B"'],
    ['a first quote missing in the item', '"005930"', '_005930"'],
    ['a FID twice', '"20":"165208"', '"20":"165208","20":"165209"'],
    ['type twice', '"type":"0B"', '"type":"0D","type":"0B"'],
    ['item twice', '"item":"005930"', '"item":"000660","item":"005930"'],
    ['values twice', '"values":{', '"values":{},"values":{'],
    ['a number for a price', '"10":"-20800"', '"10":-20800'],
    ['null for a quote', '"27":"-20800"', '"27":null'],
    ['a number nobody needs', '"20":', '"11":5,"20":'],
    ['an object nobody needs', '"data"', '"more":{"a":[]},"data"'],
    ['an escape in a price', '"10":"-20800"', '"10":"\\u002d20800"'],
    ['an escape in a FID', '"10":', '"\\u0031\\u0030":'],
    ['an escape in a name', '"values"', '"value\\u0073"'],
    ['an escape in the item', '"005930"', '"\\u0030\\u0030\\u00305930"'],
    ['a wide blank in a price', '"-20700"', '"\u00a0-20700"'],
    ['a comma too many in values', '"9081":"1"', '"9081":"1",'],
    ['a comma too many in data', '}}]', '}},]'],
    ['a comma too many in the frame', ']}', '],}'],
    ['a comma too few', '"REAL","data"', '"REAL""data"'],
    ['a colon too few', '"20":', '"20"'],
    ['a colon too many', '"20":', '"20"::'],
    ['text behind it', ']}', ']}x'],
    ['a second frame behind it', ']}', ']}{}'],
    ['a byte order mark', '{"trnm"', '\ufeff{"trnm"'],
    ['a form feed for a blank', '"trnm":', '"trnm":\f'],
    ['an escape JSON lacks', '주식체결', '\\x41'],
    ['an escape cut short', '주식체결', '\\u12G4'],
    ...Array.from('/:@G`g', (letter): [string, string, string] => [
      `an escape with ${letter} for a digit`,
      '주식체결',
      `\\u12a${letter}`,
    ]),
    ['a small escape cut short', '주식체결', '\\u12'],
    ['a line break in a name', '주식체결', '주식\n체결'],
    ['a tab in a value nobody needs', '"20":', '"11":"\t","20":'],
    ['a line break in a price', '"-20700"', '"-20700\n"'],
    ['a control character in a FID', '"20":', '"20\u0001":'],
    ['brackets the wrong way', '}}]}', '}]}}'],
    ['nothing in it', TRADE, ''],
    ['no entries', TRADE, '{"trnm":"REAL","data":[]}'],
    ['no data', TRADE, '{"trnm":"REAL"}'],
    ['an empty object', TRADE, '{}'],
    ['a list', TRADE, '[]'],
  ])('%s', (_, from, to) => {
    expect(scanner.scan(bytesOf(changed(from, to)), AT)).toBeNull();
  });

  test.each<[name: string, data: string]>([
    ['an entry without values, after one with', '{"type":"0B","item":"005930"}'],
    ['an entry without item, after one with', '{"type":"0B","values":{"10":"5","15":"5"}}'],
    ['an entry without type, after one with', '{"item":"005930","values":{"10":"5","15":"5"}}'],
    ['an entry without anything, after one', '{}'],
    ['no entry after a comma', ''],
    ['a list in the list', '[]'],
  ])('%s', (_, entry) => {
    expect(scanner.scan(bytesOf(changed('}}]', `}},${entry}]`)), AT)).toBeNull();
  });

  test('a second list of data', () => {
    const twice = JSON.stringify(JSON.parse(TRADE).data);
    expect(scanner.scan(bytesOf(changed('}}]', `}}],"data":${twice}`)), AT)).toBeNull();
  });

  test('every frame cut short', () => {
    const raw = bytesOf(TRADE);
    for (let length = 0; length < raw.length; length++) {
      expect(scanner.scan(raw.subarray(0, length), AT)).toBeNull();
    }
  });
});
