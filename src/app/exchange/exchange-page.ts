// The page's buttons: what each of them does to a running exchange.

import type { ExchangeDriver } from '#adapters/kiwoom-server/exchange-driver.ts';
import type { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import type { PageCommand } from '#adapters/kiwoom-server/web/page-server.ts';
import type { Exchange } from '#exchange/exchange.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Lang } from '../messages.ts';
import { exchangeMessages } from './exchange-messages.ts';
import { parseScenario } from './exchange-scenario.ts';

export interface Controlled {
  readonly exchange: Exchange;
  readonly driver: ExchangeDriver;
  readonly faults: FaultDesk;
}

/** Does what a button asks; returns what is wrong with it, or null. */
export function controlExchange(
  { exchange, driver, faults }: Controlled,
  command: PageCommand,
  lang: Lang,
): string | null {
  const say = exchangeMessages(lang);
  switch (command.action) {
    case 'pause':
      driver.pause();
      return null;
    case 'resume':
      driver.resume();
      return null;
    case 'speed': {
      const speed = command.speed === 'max' ? 'max' : Number(command.speed);
      if (speed !== 'max' && !(speed > 0 && speed <= 1_000_000)) return say.badSpeed;
      driver.speed = speed;
      return null;
    }
    case 'inject':
      return inject(faults, command.text, lang);
    case 'remove':
      return faults.remove(command.number) ? null : say.noSuchFault;
    case 'halt':
    case 'release':
      if (exchange.market.day(command.symbol) === null) return say.noSuchSymbol(command.symbol);
      if (command.action === 'halt') exchange.market.halt(command.symbol, null);
      else exchange.market.release(command.symbol);
      return null;
  }
}

/** The text is what stands under `faults:` in a scenario file; with that line or without it. */
function inject(faults: FaultDesk, text: string, lang: Lang): string | null {
  try {
    const whole = /^\s*(faults|name|seed)\s*:/m.test(text) ? text : `faults:\n${text}`;
    for (const rule of parseScenario(whole, exchangeMessages(lang).page).rules) faults.add(rule);
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.describe(lang);
    throw error;
  }
}
