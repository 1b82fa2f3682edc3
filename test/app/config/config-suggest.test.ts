import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord } from '#app/config/config-suggest.ts';

const KNOWN = ['maxOrderValue', 'maxExposure', 'k', 'record', 'symbols'];

describe('the word somebody meant', () => {
  it.each([
    ['maxOrdrValue', 'maxOrderValue'],
    ['max-order-value', 'maxOrderValue'],
    ['MAXEXPOSURE', 'maxExposure'],
    ['recrod', 'record'],
    ['symbol', 'symbols'],
    ['K', 'k'],
    ['zebra', null],
    ['', 'k'],
  ])('by %j is %j', (word, meant) => {
    expect(closestWord(word, KNOWN)).toBe(meant);
  });

  it('is a known word itself, whatever its case and dashes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN), fc.func(fc.boolean()), (word, upper) => {
        const written = [...word].map((letter, i) =>
          upper(i) ? letter.toUpperCase() : `-${letter.toLowerCase()}`,
        );
        expect(closestWord(written.join(''), KNOWN)).toBe(word);
      }),
    );
  });

  it('is none where nothing is known', () => {
    expect(closestWord('word', [])).toBeNull();
  });
});
