// What one strategy gets to see: streams of the market, its own position, engine time. Listening to an instrument that the
// configuration does not name subscribes to it, and leaving it lets it go.

import { defer, finalize, type Observable } from 'rxjs';
import type { SymbolCode } from '#domain/units.ts';
import type {
  OwnPosition,
  QueryAnswers,
  QueryUpdate,
  StrategyContext,
  StreamMessage,
  StreamMessages,
} from '#strategies/strategy.ts';
import type { LiveNeed, StrategyHost, StrategySetup } from './strategy-host.ts';
import type { InstrumentPart } from './watch-list.ts';

const NOTHING: OwnPosition = { quantity: 0, cost: 0 };

/** The context of one strategy of `host`. */
export function contextOf(setup: StrategySetup, host: StrategyHost): StrategyContext<unknown> {
  const { market, topics } = host;
  const listen = listenerOf(setup, host);
  const need = (kind: LiveNeed['kind'], name: string): void => {
    const { name: strategy } = setup;
    const isKnown = host.liveNeeds.some(
      (one) => one.strategy === strategy && one.kind === kind && one.name === name,
    );
    if (!isKnown) host.liveNeeds.push({ strategy, kind, name });
  };
  return {
    name: setup.name,
    parameters: setup.parameters,
    symbols: setup.symbols,
    bars(symbol, period) {
      if (!market.hasBars(period)) need('bars', period);
      return listen(symbol, period, market.of(symbol).seriesOf(period).bars$);
    },
    trades: (symbol) => listen(symbol, 'trades', market.of(symbol).trades$),
    quotes: (symbol) => listen(symbol, 'trades', market.of(symbol).quotes$),
    book: (symbol) => listen(symbol, 'book', market.of(symbol).book$),
    query<Query extends keyof QueryAnswers & string>(query: Query, poll?: string) {
      need('query', query);
      // What the adapter decoded by the query's table is what the table's types say.
      return host.polls.updatesOf(query, poll) as unknown as Observable<QueryUpdate<QueryAnswers[Query]>>;
    },
    stream<Stream extends keyof StreamMessages & string>(stream: Stream, item = '') {
      need('stream', stream);
      return topics.stream(stream, item) as unknown as Observable<StreamMessage<StreamMessages[Stream]>>;
    },
    condition(name) {
      need('condition', name);
      return topics.condition(name);
    },
    refusals$: host.refusals$,
    sessions$: host.sessions$,
    connection$: host.connection$,
    volatilityInterruptions$: host.volatilityInterruptions$,
    position: (symbol) => host.ledger.own(setup.name, symbol) ?? NOTHING,
    held: () => host.ledger.heldBy(setup.name),
    now: () => host.now,
    tradeDate: () => host.tradeDate,
    scheduler: host.scheduler,
  };
}

type Listen = <Value>(
  symbol: SymbolCode,
  part: InstrumentPart,
  source: Observable<Value>,
) => Observable<Value>;

/**
 * Instruments of the configuration are watched for good, and what of them is asked for at the start as well: their streams
 * are given as they are. Any other is watched while listened to. Neither stands between an event and its listener.
 */
function listenerOf({ definition, parameters }: StrategySetup, host: StrategyHost): Listen {
  const { watches } = host;
  const pastOf = (part: InstrumentPart): number =>
    definition.warmUp(parameters).find(({ period }) => period === part)?.bars ?? 0;
  return (symbol, part, source) => {
    if (watches.isPinned(symbol)) {
      if (part === 'trades') return source;
      if (!host.hasStarted) {
        watches.listen(symbol, part);
        return source;
      }
    }
    return defer(() => {
      watches.listen(symbol, part, pastOf(part));
      return source;
    }).pipe(finalize(() => watches.leave(symbol, part)));
  };
}
