// What a session does by the clock, beside the events that come to it: it ends trading days, looks into the mailbox, and asks
// the server for its time. Each begins at once and returns what ends it.

import type { Log } from '#adapters/kiwoom/log.ts';
import type { RestClient } from '#adapters/kiwoom/rest/rest-client.ts';
import type { OperatorMailbox } from '#adapters/sqlite/operator-mailbox.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import type { EngineEvent } from '#domain/engine-event.ts';
import { sessionHours } from '#domain/session.ts';
import { type Clock, kstDate, MINUTE_MS } from '#domain/time.ts';
import type { EpochMs, TradeDate } from '#domain/units.ts';

/** Market time after the close at which a day is ended: the closing auction ends up to 30 s late. */
const DAY_END_DELAY_MS = 2 * MINUTE_MS;
const MAILBOX_POLL_MS = 200;

interface Inbox {
  /** Market time, for stamps. */
  readonly clock: Clock;
  readonly push: (event: EngineEvent) => void;
}

/**
 * Ends today's trading day after its close, then the next one's; and once more when its last phase is over, since orders fill
 * after the close, too.
 */
export function endDays(calendar: TradingCalendar, { clock, push }: Inbox): () => void {
  const today = kstDate(clock.now());
  let cancel: () => void;
  const plan = (date: TradeDate): void => {
    const { closeAt, spans } = sessionHours(date);
    endAt([closeAt, spans.at(-1)?.until ?? closeAt], date);
  };
  const endAt = ([next, ...later]: readonly EpochMs[], date: TradeDate): void => {
    if (next === undefined) return plan(calendar.nextTradingDay(date));
    cancel = clock.wakeAt(next + DAY_END_DELAY_MS, () => {
      push({ type: 'day-ended', at: clock.now(), tradeDate: date });
      endAt(later, date);
    });
  };
  plan(calendar.isTradingDay(today) ? today : calendar.nextTradingDay(today));
  return () => cancel();
}

/** Takes what operators put into the mailbox. */
export function pollMailbox(
  mailbox: Pick<OperatorMailbox, 'take'>,
  { clock, wall, push }: Inbox & { readonly wall: Clock },
): () => void {
  return every(MAILBOX_POLL_MS, wall, () => mailbox.take(clock.now(), push, wall.now()));
}

/** Answers carry the server's time; without one now and then a clock that was held or sped up would not be noticed. */
export function keepClockRight(
  client: RestClient,
  { everyMs, wall, log }: { readonly everyMs: number; readonly wall: Clock; readonly log: Log },
): () => void {
  return every(everyMs, wall, () => {
    client.call('kt00001', { queryKind: '3' }).catch((error: unknown) => {
      log.debug({ error: String(error) }, 'the server was not asked for its time');
    });
  });
}

function every(ms: number, wall: Clock, act: () => void): () => void {
  let cancel: () => void;
  const turn = (): void => {
    act();
    cancel = wall.wakeAt(wall.now() + ms, turn);
  };
  turn();
  return () => cancel();
}
