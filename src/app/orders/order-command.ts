// `hwangso order`: a person's order, from the question to its fate. A running engine gets it through its mailbox; without
// one, a session without strategies is opened for this order alone.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLedgerLocked } from '#adapters/sqlite/ledger-lock.ts';
import { isCommandTaken, postCommand, withdrawCommand } from '#adapters/sqlite/operator-mailbox.ts';
import { openSqliteLedger, type SqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { CancelOrder, PlaceOrder } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { Order } from '#domain/order.ts';
import { LedgerState } from '#engine/ledger-state.ts';
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts';
import type { HwangsoConfig } from '../config/config.ts';
import { assertConfirmed, runErrand } from '../live/live.ts';
import { narrateRecord } from '../live/narrate.ts';
import { describeStatus } from '../messages.ts';
import { ORDER_WORDS, type OrderWords, orderQuestion, orderText, PRICING_KO } from './order-messages.ts';
import { OrderWatch, type Watched } from './order-watch.ts';

/** How a person agreed to it. */
export interface Consent {
  /** Send without asking. */
  readonly yes: boolean;
  /** The second of the two confirmations for real money. */
  readonly realMoney: boolean;
  readonly reason: string | null;
}

/** A command before anybody gave it a time. */
type Unstamped = Omit<PlaceOrder, 'at'> | Omit<CancelOrder, 'at'>;

/** A running engine looks into its mailbox several times a second. */
const TAKE_PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 100;
/** How long an order is followed that rests in the market: enough for what fills at once. */
const REST_PATIENCE_MS = 3_000;
/** How long the broker's answer is waited for before the order is left to the engine. */
const ANSWER_PATIENCE_MS = 60_000;

/** Places an order by hand. The exit code says whether the order was refused (3), rejected (4), or is on its way (0). */
export async function runOrder(
  config: HwangsoConfig,
  order: OrderWords,
  consent: Consent,
  context: CliContext,
): Promise<ExitCode> {
  const ticket = randomUUID();
  const reason = consent.reason ?? 'by hand';
  const command = { type: 'place-order', ticket, ...order, reason } as const;
  return send(config, command, { ticket }, orderText(context.lang, order), consent, context);
}

/** Cancels what is left of an open order; `id` is its number in the ledger or at the broker. */
export async function runCancel(
  config: HwangsoConfig,
  id: string,
  consent: Consent,
  context: CliContext,
): Promise<ExitCode> {
  const words = ORDER_WORDS[context.lang];
  const order = openOrders(config).find(
    ({ request, brokerOrderNo }) => request.id === id || brokerOrderNo === id,
  );
  if (order === undefined) {
    context.stderr.write(`${words.unknownOrder(id)}\n`);
    return EXIT.input;
  }
  const { request, filledQuantity } = order;
  const command = {
    type: 'cancel-order',
    orderId: request.id,
    reason: consent.reason ?? 'by hand',
  } as const;
  const watched = { orderId: request.id, quantity: request.quantity, filled: filledQuantity };
  return send(config, command, watched, words.cancelText(request), consent, context);
}

/** Prints the orders that still work, as the ledger knows them. */
export function runOrderList(config: HwangsoConfig, context: CliContext): ExitCode {
  const orders = openOrders(config);
  const words = ORDER_WORDS[context.lang];
  if (context.json) {
    const rows = orders.map(({ request, status, brokerOrderNo, filledQuantity }) => ({
      ...request,
      status,
      brokerOrderNo,
      filledQuantity,
    }));
    context.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.ok;
  }
  if (orders.length === 0) context.stderr.write(`${words.noneOpen}\n`);
  else {
    const lines = [words.columns, ...orders.map((order) => cellsOf(order, context))];
    context.stdout.write(lines.map((cells) => `${cells.join('\t')}\n`).join(''));
  }
  return EXIT.ok;
}

function cellsOf(
  { request, status, brokerOrderNo, filledQuantity }: Order,
  { lang }: CliContext,
): readonly (string | number)[] {
  const { id, strategy, symbol, side, quantity, pricing } = request;
  const priced = lang === 'ko' && pricing.type !== 'limit' ? PRICING_KO[pricing.type] : pricing.type;
  const price = pricing.type === 'limit' ? String(pricing.price) : priced;
  const words = describeStatus(lang, status);
  return [id, brokerOrderNo ?? '', strategy, symbol, side, quantity, filledQuantity, price, words];
}

function openOrders({ data }: HwangsoConfig): readonly Order[] {
  if (!existsSync(data.ledger)) return [];
  using ledger = openSqliteLedger(data.ledger, { readOnly: true });
  const books = new LedgerState();
  for (const record of ledger.records()) books.apply(record);
  return books.orders.open();
}

async function send(
  config: HwangsoConfig,
  command: Unstamped,
  watched: Watched,
  text: string,
  consent: Consent,
  context: CliContext,
): Promise<ExitCode> {
  assertConfirmed(config, consent);
  const words = ORDER_WORDS[context.lang];
  if (!consent.yes) {
    const { isRealMoney, restUrl } = config.broker;
    const answer = await context.confirm(
      orderQuestion(context.lang, text, isRealMoney, new URL(restUrl).host),
    );
    if (answer !== true) {
      context.stderr.write(`${answer === null ? words.nobodyToAsk : words.notConfirmed}\n`);
      return answer === null ? EXIT.usage : EXIT.ok;
    }
  }
  const watch = new OrderWatch(watched, (record) => say(record, context));
  if (isLedgerLocked(config.data.ledger)) return sendToEngine(config, command, watch, context);
  context.stderr.write(`${words.alone}\n`);
  await runErrand(config, context, {
    onRecord: (record) => watch.take(record),
    run: async (push, signal) => {
      push({ ...command, at: 0 });
      await settle(watch, signal, () => undefined);
    },
  });
  return outcome(watch, context);
}

function say(record: LedgerRecord, { lang, stderr }: CliContext): void {
  const line = narrateRecord(record, lang);
  if (line !== null) stderr.write(`${line}\n`);
}

/** Leaves the command with the running engine and follows it in the ledger. */
async function sendToEngine(
  { data }: HwangsoConfig,
  command: Unstamped,
  watch: OrderWatch,
  context: CliContext,
): Promise<ExitCode> {
  const words = ORDER_WORDS[context.lang];
  context.stderr.write(`${words.toEngine}\n`);
  using ledger = openSqliteLedger(data.ledger, { readOnly: true });
  let seen = ledger.tip().records;
  const id = postCommand(data.ledger, { ...command, at: systemClock().now() });
  if (!(await isTakenSoon(data.ledger, id)) && withdrawCommand(data.ledger, id)) {
    context.stderr.write(`${words.notTaken}\n`);
    return EXIT.halted;
  }
  await settle(watch, context.interruptSignal(), () => {
    seen += readNews(ledger, seen, watch);
  });
  return outcome(watch, context);
}

function readNews(ledger: SqliteLedger, seen: number, watch: OrderWatch): number {
  let count = 0;
  for (const record of ledger.recordsAfter(seen)) {
    watch.take(record);
    count++;
  }
  return count;
}

async function isTakenSoon(ledger: string, id: number): Promise<boolean> {
  for (let waited = 0; waited < TAKE_PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (isCommandTaken(ledger, id)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return isCommandTaken(ledger, id);
}

/** Waits until the order ended, rests in the market for a while, or patience or the person gives up. */
async function settle(watch: OrderWatch, signal: AbortSignal, look: () => void): Promise<void> {
  let restedMs = 0;
  for (let waited = 0; waited < ANSWER_PATIENCE_MS && !signal.aborted; waited += LOOK_EVERY_MS) {
    look();
    if (watch.hasEnded) return;
    restedMs = watch.rests ? restedMs + LOOK_EVERY_MS : 0;
    if (restedMs >= REST_PATIENCE_MS) return;
    await sleep(LOOK_EVERY_MS);
  }
}

function outcome(watch: OrderWatch, { lang, json, stdout, stderr }: CliContext): ExitCode {
  const words = ORDER_WORDS[lang];
  const { id, status } = watch;
  if (json) stdout.write(`${JSON.stringify({ order: id, status })}\n`);
  if (status === 'refused') return EXIT.input;
  if (status === 'rejected' || status === 'absent') return EXIT.broker;
  if (watch.rests) stderr.write(`${words.leftWorking(id ?? '')}\n`);
  else if (!watch.hasEnded) stderr.write(`${words.noNews(id ?? '')}\n`);
  return watch.hasEnded || watch.rests ? EXIT.ok : EXIT.broker;
}
