// From interests to what has to be registered for them.

import { describe, expect, test } from 'vitest';
import { registrationText } from '#adapters/kiwoom/registration/registration.ts';
import { wantsOf } from '#adapters/kiwoom/registration/registration-wants.ts';
import type { MarketInterest } from '#engine/ports.ts';

const shell = { suffix: '', indexes: [], isTrading: false } as const;

function instrument(trades: boolean, book: boolean): MarketInterest {
  return { type: 'instrument', symbol: '005930', trades, book, periods: [] };
}
const stream = (id: string, item: string): MarketInterest => ({ type: 'stream', stream: id, item });

describe('what an interest is registered as', () => {
  test.each<[what: string, interest: MarketInterest, wants: readonly [item: string, types: string][]]>([
    ['trades with best quotes', instrument(true, false), [['005930_AL', '0B 0C']]],
    ['trades with the book', instrument(true, true), [['005930_AL', '0B 0D']]],
    ['the book alone', instrument(false, true), [['005930_AL', '0D']]],
    ['reference data alone', instrument(false, false), []],
    ['a stream of a code gets the suffix', stream('0w', '005930'), [['005930_AL', '0w']]],
    ['a stream that names its venue', stream('0B', '005930_NX'), [['005930_NX', '0B']]],
    ['a stream of an index', stream('0U', '001'), [['001', '0U']]],
    ['a stream without items', stream('0s', ''), [['', '0s']]],
    ['one item of a stream without items', stream('1h', '005930'), [['', '1h']]],
    ['a condition', { type: 'condition', condition: 'any' }, []],
  ])('%s', (_what, interest, expected) => {
    const wants = wantsOf([interest], { ...shell, suffix: '_AL' });
    expect(wants.map(({ item, types }) => [item, types.join(' ')])).toEqual(expected);
  });

  test('an engine has its own orders first, then the market, what it asked for, and indexes', () => {
    const wants = wantsOf([stream('0w', '000660'), instrument(true, false)], {
      suffix: '',
      indexes: ['001'],
      isTrading: true,
    });
    expect(wants.map(({ what, about }) => `${what} ${about}`)).toEqual([
      'stream 00+04',
      'stream 0s+1h',
      'stream 0w 000660',
      'instrument 005930',
      'stream 0J 001',
    ]);
  });
});

test.each([
  ['REG', '{"trnm":"REG","grp_no":"3","refresh":"1","data":[{"item":["005930"],"type":["0B","0C"]}]}'],
  ['REMOVE', '{"trnm":"REMOVE","grp_no":"3","data":[{"item":["005930"],"type":["0B","0C"]}]}'],
] as const)('a %s on the wire', (trnm, text) => {
  expect(registrationText({ trnm, group: '3', items: ['005930'], types: ['0B', '0C'] })).toBe(text);
});
