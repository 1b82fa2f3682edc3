// Random days of orders against a broker that does everything a broker may do and much it should not: answers and notices
// are lost, late, doubled and out of order, orders are placed and cancelled by hand. Whatever happens, once the broker has
// shown its lists the engine's books are the broker's, and no two orders of a strategy were ever on their way at once.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineEvent } from '#domain/engine-event.ts';
import {
  beGenerous,
  HYNIX,
  instrumentEvent,
  Puppet,
  SAMSUNG,
  Story,
  TODAY,
  tradingStory,
} from '#test/support/engine-story.ts';
import { PaperBroker } from '#test/support/paper-broker.ts';

const SYMBOLS = [SAMSUNG, HYNIX];

/** What the broker has said and the engine has not heard yet, and what left the engine and has not been looked at. */
interface World {
  story: Story;
  readonly mail: EngineEvent[];
}

type Command = fc.Command<object, World>;

function command(what: string, act: (world: World) => void): Command {
  return {
    check: () => true,
    run: (_model, world) => {
      act(world);
      collect(world);
      expectOneOrderEach(world);
    },
    toString: () => what,
  };
}

/** The broker receives what the last step sent: orders are taken, or never arrive; cancels take effect. */
function collect(world: World, fate: 'taken' | 'answer-lost' | 'never-arrives' | 'rejected' = 'taken'): void {
  const { story, mail } = world;
  const effects = story.effects.splice(0);
  for (const effect of effects) {
    if (effect.type === 'submit') {
      const { order } = effect;
      const at = story.now;
      if (fate === 'rejected') {
        mail.push({ type: 'order-rejected', at, orderId: order.id, code: 'RC1', message: 'no' });
        continue;
      }
      const unknown = { type: 'order-outcome-unknown', at, orderId: order.id, reason: 'lost' } as const;
      if (fate === 'never-arrives') {
        mail.push(unknown);
        continue;
      }
      const { no } = story.broker.take(order, null, at);
      const answer = { type: 'order-acknowledged', at, orderId: order.id, brokerOrderNo: no } as const;
      mail.push(fate === 'answer-lost' ? unknown : answer, story.broker.notice(no, { at }));
    }
    if (effect.type === 'cancel') {
      const { brokerOrderNo, orderId } = effect.request;
      const failed = { orderId, code: 'RC2', message: 'nothing left', definite: true };
      if (story.broker.order(brokerOrderNo).remaining > 0)
        mail.push(story.broker.cancelled(brokerOrderNo, story.now));
      else mail.push({ type: 'cancel-failed', at: story.now, ...failed });
    }
    if (effect.type === 'query-orderable') {
      const { symbol, price } = effect;
      mail.push({ type: 'orderable-answered', at: story.now, symbol, price, quantity: 1e6, amount: 1e12 });
    }
    if (effect.type === 'query-sellable') {
      const sellable = Object.fromEntries(SYMBOLS.map((symbol) => [symbol, story.broker.held(symbol)]));
      mail.push({ type: 'sellable-answered', at: story.now, sellable });
    }
  }
}

/** A target is reached by one order at a time. */
function expectOneOrderEach({ story }: World): void {
  for (const { setup } of story.puppets) {
    for (const symbol of SYMBOLS) {
      const open = story.engine.ledger.orders.openIn(symbol);
      expect(open.filter(({ request }) => request.strategy === setup.name).length).toBeLessThanOrEqual(1);
    }
  }
}

const wish = fc
  .record({
    puppet: fc.nat({ max: 1 }),
    symbol: fc.constantFrom(...SYMBOLS),
    shares: fc.integer({ min: 0, max: 30 }),
    fate: fc.constantFrom('taken', 'taken', 'answer-lost', 'never-arrives', 'rejected'),
  })
  .map(({ puppet, symbol, shares, fate }) =>
    command(`strategy ${puppet} wants ${shares} of ${symbol} (${fate})`, (world) => {
      world.story.wants(shares, { symbol, puppet: world.story.puppets[puppet]! });
      collect(world, fate);
    }),
  );

const fill = fc
  .record({
    pick: fc.nat(),
    shares: fc.integer({ min: 1, max: 30 }),
    price: fc.integer({ min: 600, max: 800 }),
  })
  .map(({ pick, shares, price }) =>
    command(`broker fills up to ${shares} of order ${pick}`, ({ story, mail }) => {
      const open = story.broker.orders.filter(({ side, symbol, remaining }) =>
        side === 'buy' ? remaining > 0 : Math.min(remaining, story.broker.held(symbol)) > 0,
      );
      const order = open[pick % open.length];
      if (order === undefined) return;
      const most = order.side === 'buy' ? order.remaining : story.broker.held(order.symbol);
      const notice = story.broker.fill(
        order.no,
        Math.min(shares, order.remaining, most),
        price * 100,
        story.now,
      );
      mail.push(notice);
    }),
  );

const deliver = fc
  .record({ pick: fc.nat(), how: fc.constantFrom('once', 'once', 'once', 'twice', 'notice lost') })
  .map(({ pick, how }) =>
    command(`letter ${pick} arrives ${how}`, (world) => {
      const { mail, story } = world;
      if (mail.length === 0) return;
      const [letter] = mail.splice(pick % mail.length, 1);
      if (how === 'notice lost' && letter!.type === 'order-notice') return;
      story.take(letter!);
      collect(world);
      if (how === 'twice' && letter!.type === 'order-notice') story.take(letter!);
    }),
  );

const deliverAll = fc.constant(
  command('the mail arrives in order', (world) => {
    while (world.mail.length > 0) {
      world.story.take(world.mail.shift()!);
      collect(world);
    }
  }),
);

const byHand = fc
  .record({
    symbol: fc.constantFrom(...SYMBOLS),
    quantity: fc.integer({ min: 1, max: 9 }),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    told: fc.boolean(),
  })
  .map(({ symbol, quantity, side, told }) =>
    command(`somebody places ${side} ${quantity} of ${symbol} by hand`, ({ story, mail }) => {
      if (side === 'sell' && story.broker.held(symbol) < quantity) return;
      const { no } = story.broker.take({ symbol, side, quantity }, 70_000, story.now);
      if (told) mail.push(story.broker.notice(no, { at: story.now }));
    }),
  );

const cancelByHand = fc.nat().map((pick) =>
  command(`somebody cancels order ${pick} by hand`, ({ story, mail }) => {
    const open = story.broker.orders.filter(({ remaining }) => remaining > 0);
    const order = open[pick % open.length];
    if (order !== undefined) mail.push(story.broker.cancelled(order.no, story.now));
  }),
);

const time = fc.integer({ min: 1, max: 20_000 }).map((ms) =>
  command(`${ms} ms pass`, (world) => {
    // Notices may be late by hours, but a request has its answer, or is given up, within seconds.
    const answers = world.mail.filter(({ type }) => type !== 'order-notice');
    for (const answer of answers) {
      world.mail.splice(world.mail.indexOf(answer), 1);
      world.story.take(answer);
      collect(world);
    }
    world.story.pass(ms);
  }),
);

const lists = fc.constant(
  command('the broker shows its lists', ({ story }) => {
    story.snapshot('lookup');
  }),
);

const restart = fc.constant(
  command('the engine is killed and starts again', (world) => {
    const { story, mail } = world;
    mail.length = 0; // letters to the dead
    const puppets = story.puppets.map(({ setup }) => new Puppet(setup.name));
    const next = new Story({ puppets, past: story.records, broker: story.broker, startsAt: story.now });
    beGenerous(next);
    for (const symbol of SYMBOLS) next.take(instrumentEvent(symbol, next.now));
    world.story = next;
    next.snapshot('reconnect');
    next.take({ type: 'warm-up-finished', at: next.now });
  }),
);

/** Everything is heard, patience is used up, the lists are shown: now the books must agree, share by share and won by won. */
function settle(world: World): void {
  for (let round = 0; round < 6; round++) {
    while (world.mail.length > 0) {
      world.story.take(world.mail.shift()!);
      collect(world);
    }
    world.story.pass(46_000);
    collect(world);
    world.story.snapshot('lookup');
    collect(world);
  }
}

function expectTheSameBooks({ story }: World): void {
  const { ledger } = story.engine;
  const { broker } = story;
  for (const symbol of SYMBOLS) {
    expect([symbol, ledger.held(symbol)]).toEqual([symbol, broker.held(symbol)]);
    // Fills found in the lists have lost their order, and with it the average cost between them: that is named.
    const [ours, theirs] = [ledger.position(symbol).cost, broker.cost(symbol)];
    const named = ours === theirs ? [] : [{ subject: 'holding-cost', about: symbol, ours, theirs }];
    expect(ledger.differences.filter(({ about }) => about === symbol)).toEqual(named);
  }
  for (const listed of broker.orders) {
    const ours = ledger.orders.findByBrokerNo(listed.no);
    if (ours === null) expect([listed.filled, listed.remaining]).toEqual([0, 0]);
    else expect([listed.no, ours.filledQuantity]).toEqual([listed.no, listed.filled]);
  }
  expect(ledger.cash).toBe(broker.cash);
  expect(ledger.differences.filter(({ subject }) => subject !== 'holding-cost')).toEqual([]);
}

/** Every order at the broker is one intent or one placed by hand, never two. */
function expectNothingSentTwice({ story }: World): void {
  const ids = story.records.flatMap((record) =>
    record.type === 'order-intended' ? [record.request.id] : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  const numbered = [...story.engine.ledger.orders.all()].filter(
    ({ brokerOrderNo }) => brokerOrderNo !== null,
  );
  expect(new Set(numbered.map(({ brokerOrderNo }) => brokerOrderNo)).size).toBe(numbered.length);
}

test('whatever the wire does to the letters, the books end as those of the broker', () => {
  const commands = fc.commands(
    [wish, wish, fill, fill, deliver, deliver, deliverAll, byHand, cancelByHand, time, lists, restart],
    { maxCommands: 60, size: 'max' },
  );
  fc.assert(
    fc.property(commands, (script) => {
      const puppets = [new Puppet('alpha'), new Puppet('beta')];
      const broker = new PaperBroker(TODAY, 1_000_000_000);
      const world: World = { story: tradingStory({ puppets, broker }), mail: [] };
      fc.modelRun(() => ({ model: {}, real: world }), script);
      settle(world);
      expectTheSameBooks(world);
      expectNothingSentTwice(world);
    }),
    { numRuns: 400 },
  );
});
