// The signs and units of figures about participants, as the guide's examples and recorded rows have them.

import { describe, expect, it } from 'vitest';
import {
  boughtText,
  doubleSigned,
  netText,
  roundedMillions,
  roundedThousands,
  soldText,
} from '#adapters/kiwoom-server/trs/participants/signs.ts';

describe('a figure', () => {
  it.each([
    [151_710, '+151710'],
    [0, '0'],
    [-0, '0'],
    [-1_073_702, '--1073702'],
  ])('net %d is %s', (net, text) => {
    expect(doubleSigned(net)).toBe(text);
  });

  it('with its side has its sign even when it is none', () => {
    expect([boughtText(9_800), boughtText(0), soldText(2_813), soldText(0)]).toEqual([
      ...['+9800', '+0', '-2813', '-0'],
    ]);
    // ka10038 puts the same plus before a net figure.
    expect(boughtText(-2_076_560)).toBe('+-2076560');
  });

  it.each([
    [17_400_000, 1_000_000, '--', '+17'],
    [17_500_000, 1_000_000, '--', '+18'],
    [300, 1_000, '--', '+0'],
    [-300, 1_000, '--', '--0'],
    [-300, 1_000, '-', '-0'],
    [0, 1_000, '-', '0'],
    [-55_456_000_000, 1_000_000, '--', '--55456'],
    [-2_500, 1_000, '-', '-3'],
  ] as const)('net %d in units of %d is rounded, its sign stays', (net, unit, minus, text) => {
    expect(netText(net, unit, minus)).toBe(text);
  });

  it('in whole units is rounded', () => {
    expect([roundedMillions(16_499_999), roundedMillions(16_500_000)]).toEqual([16, 17]);
    expect([roundedThousands(499), roundedThousands(500)]).toEqual([0, 1]);
  });
});
