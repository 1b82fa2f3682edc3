// Turns the words of `hwangso order` into an order and hands it over.

import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import { loadConfig } from '#app/config/config.ts';
import { ORDER_WORDS, type OrderWords } from '#app/orders/order-messages.ts';
import type { OrderPricing, TimeInForce } from '#domain/signal.ts';
import type { OrderChoices } from '../commands/order.ts';

/** Places an order by hand. */
export async function placeOrder(
  context: CliContext,
  file: string,
  order: Pick<OrderWords, 'side' | 'symbol' | 'quantity'>,
  choices: OrderChoices,
): Promise<ExitCode> {
  const { onePriceOnly, oneTermOnly } = ORDER_WORDS[context.lang];
  const { price, bestCounter = false, bestOwn = false, ioc = false, fok = false } = choices;
  if ([price !== undefined, bestCounter, bestOwn].filter(Boolean).length > 1)
    return usage(context, onePriceOnly);
  if (ioc && fok) return usage(context, oneTermOnly);
  const timeInForce: TimeInForce = ioc ? 'ioc' : fok ? 'fok' : 'day';
  const config = await loadConfig(file);
  const { runOrder } = await import('#app/orders/order-command.ts');
  return runOrder(
    config,
    { ...order, pricing: pricingOf(choices), timeInForce },
    consentOf(choices),
    context,
  );
}

/** Cancels an order by its number in the ledger or at the broker. */
export async function cancelOrder(
  context: CliContext,
  file: string,
  id: string,
  choices: OrderChoices,
): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runCancel } = await import('#app/orders/order-command.ts');
  return runCancel(config, id, consentOf(choices), context);
}

/** Prints the orders that still work. */
export async function listOrders(context: CliContext, file: string): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { runOrderList } = await import('#app/orders/order-command.ts');
  return runOrderList(config, context);
}

function usage(context: CliContext, text: string): ExitCode {
  context.stderr.write(`${text}\n`);
  return EXIT.usage;
}

function pricingOf({ price, bestCounter = false, bestOwn = false }: OrderChoices): OrderPricing {
  if (price !== undefined) return { type: 'limit', price };
  if (bestCounter) return { type: 'best-counter' };
  return bestOwn ? { type: 'best-own' } : { type: 'market' };
}

function consentOf({ yes = false, realMoney = false, reason }: OrderChoices) {
  return { yes, realMoney, reason: reason ?? null };
}
