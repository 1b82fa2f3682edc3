// Whatever accounts traded the day before, on both markets: the morning of an action takes no share and no won, and everything
// settles after it as it would have.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceLimits } from '#domain/price-limit.ts';
import { isFewer } from '#exchange/corporate/corporate-action.ts';
import { type Exchange, restoreExchange } from '#exchange/exchange.ts';
import type { Listing } from '#exchange/market/listing.ts';
import { OTHER, order, quietExchange, RICH, SHARES, send, silentMarket } from '../quiet-market.ts';
import { ACCOUNT, DAY, LISTINGS, moment, NEXT_DAY, SAMSUNG } from '../support.ts';
import { action } from './actions.ts';

const SYMBOL = SAMSUNG.symbol;
const HELD = 100;

const trade = fc.record({
  side: fc.constantFrom('buy', 'sell'),
  quantity: fc.integer({ min: 1, max: 60 }),
  venue: fc.constantFrom('KRX', 'NXT'),
  onCredit: fc.boolean(),
});
type Trade = typeof trade extends fc.Arbitrary<infer T> ? T : never;

const given = fc.oneof(
  fc.record({
    kind: fc.constantFrom('split', 'reverse-split', 'capital-reduction', 'bonus-issue'),
    before: fc.integer({ min: 1, max: 9 }),
    more: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('cash-dividend'),
    before: fc.constant(0),
    more: fc.integer({ min: 1, max: 3_000 }),
  }),
);
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

function actionOf({ kind, before, more }: Given) {
  if (kind === 'cash-dividend') return action(kind, NEXT_DAY, more);
  return action(
    kind as 'split',
    NEXT_DAY,
    isFewer(kind as 'split') ? `${before + more}:${before}` : `${before}:${before + more}`,
  );
}

/** Both sides of a trade at the base price: what `ACCOUNT` asks for, and what `OTHER` holds against it. */
function tradeBoth(exchange: Exchange, { side, quantity, venue, onCredit }: Trade): void {
  const price = exchange.market.day(SYMBOL)!.reference.base;
  const isBuy = side === 'buy';
  const more = {
    venue: venue as 'KRX',
    ...(onCredit && venue === 'KRX' ? { credit: { loanDate: null } } : {}),
  };
  const mine = exchange.orders.submit(ACCOUNT, order(isBuy ? 'buy' : 'sell', quantity, price, more));
  if (mine.ok)
    send(exchange, OTHER, order(isBuy ? 'sell' : 'buy', quantity, price, { venue: venue as 'KRX' }));
}

describe('the morning of an action', () => {
  it('keeps every share and every won of what was traded the day before', () => {
    fc.assert(
      fc.property(fc.array(trade, { maxLength: 12 }), given, (trades, told) => {
        const listings: readonly Listing[] = [{ ...LISTINGS[0]!, actions: [actionOf(told)] }, LISTINGS[1]!];
        const holdings = [{ instrument: SAMSUNG, quantity: HELD, cost: 7_000_000 }];
        const exchange = quietExchange('100000', {
          listings,
          accounts: [
            { id: ACCOUNT, cash: 50_000_000, margin: 'by-instrument', holdings },
            { id: OTHER, cash: RICH, holdings: [{ ...holdings[0]!, quantity: SHARES }] },
          ],
        });
        for (const one of trades) tradeBoth(exchange, one);
        // given an evening with what was traded, loans among it
        exchange.advanceTo(moment('235959'));
        const before = exchange.accounts.positions(ACCOUNT);
        const cash = exchange.accounts.cash(ACCOUNT);
        const close = exchange.market.day(SYMBOL)!.last ?? exchange.market.day(SYMBOL)!.reference.base;
        const saved = JSON.parse(JSON.stringify(exchange.save()));
        // when the morning comes, also to an exchange that was restored in between
        const again = restoreExchange(saved, { listings, market: silentMarket() });
        for (const each of [exchange, again]) each.advanceTo(moment('000001', NEXT_DAY));
        // then shares are what the action makes of each holding
        const { ratio, perShare } = listings[0]!.actions![0]!;
        const after = exchange.accounts.positions(ACCOUNT);
        const base = exchange.market.day(SYMBOL)!.reference.base;
        const sharesOf = (positions: typeof before) =>
          positions.reduce((sum, { quantity }) => sum + quantity, 0);
        const held = sharesOf(before);
        const made = told.kind === 'bonus-issue' ? [held] : before.map(({ quantity }) => quantity);
        const whole = made.reduce(
          (sum, quantity) => sum + Math.floor((quantity * (ratio?.after ?? 1)) / (ratio?.before ?? 1)),
          0,
        );
        expect(sharesOf(after)).toBe(whole);
        // then cash has what was paid and no more: fractions are worth less than a share for each holding
        const now = exchange.accounts.cash(ACCOUNT);
        const paid = now.d2 - cash.d2;
        if (perShare !== null) {
          expect(paid).toBeLessThanOrEqual(held * perShare);
          expect(paid).toBeGreaterThanOrEqual(Math.floor(0.846 * held * perShare));
        } else {
          const loans = (positions: typeof before) => positions.reduce((sum, { loan }) => sum + loan, 0);
          const fractions = paid + loans(before) - loans(after);
          expect(fractions).toBeGreaterThanOrEqual(0);
          expect(fractions).toBeLessThan(Math.max(1, made.length * base));
          const exact = made.reduce(
            (sum, quantity) => sum + ((quantity * ratio!.after) % ratio!.before) / ratio!.before,
            0,
          );
          expect(Math.abs(fractions - exact * base)).toBeLessThanOrEqual(made.length);
        }
        // then the account is worth what it was, up to the tick its base price was raised by
        if (perShare === null) {
          const tick = base - (close * ratio!.before) / ratio!.after;
          const worth = whole * base + paid;
          const loanless =
            after.reduce((sum, { loan }) => sum + loan, 0) - before.reduce((sum, { loan }) => sum + loan, 0);
          const was = held * close;
          expect(Math.abs(worth - loanless - was)).toBeLessThanOrEqual(
            tick * (whole + Math.max(1, before.length)) + before.length + held + 1,
          );
        }
        expect(exchange.market.day(SYMBOL)!.reference).toMatchObject(priceLimits(SAMSUNG, base, NEXT_DAY));
        expect(again.accounts.positions(ACCOUNT)).toEqual(after);
        expect(again.accounts.cash(ACCOUNT)).toEqual(now);
        // then all of it settles, the books audited each night
        exchange.advanceTo(moment('235959', '2026-11-27'));
        const end = exchange.accounts.cash(ACCOUNT);
        expect(end.today).toBe(end.d2);
        const journal = exchange.accounts.journal(ACCOUNT, DAY, '2026-11-27');
        expect(journal.at(-1)?.balance).toBe(end.today);
        expect(journal.reduce((sum, { amount }) => sum + amount, 0)).toBe(end.today);
      }),
      { numRuns: 100 },
    );
  });
});
