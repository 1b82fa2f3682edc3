// What the exchange says once it is open: where it is, which keys it takes, and how clients come to trust it. For programs
// the same as one JSON line, and as a message to the parent process.

import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import type { RunningServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { kstIso } from '#domain/time.ts';
import type { TradeDate } from '#domain/units.ts';
import type { Exchange } from '#exchange/exchange.ts';
import type { CliContext } from '../cli-context.ts';
import type { Words } from '../messages.ts';
import { exchangeMessages } from './exchange-messages.ts';
import type { Scenario } from './exchange-scenario.ts';

/** What the process tells its parent, one JSON line. The keys are those of the first account. */
export interface ExchangeReady {
  readonly type: 'ready';
  readonly restUrl: string;
  readonly wsUrl: string;
  readonly appKey: string;
  readonly secretKey: string;
  readonly tradeDate: TradeDate;
  readonly accounts: readonly ServerKey[];
  /** Address of the page, with its token; null without a page. */
  readonly pageUrl: string | null;
  /** The certificate to trust; null without TLS. */
  readonly caFile: string | null;
}

export interface BannerFacts {
  readonly server: RunningServer;
  readonly exchange: Exchange;
  readonly keys: readonly ServerKey[];
  readonly speed: string;
  readonly hold: boolean;
  readonly pageUrl: string | null;
  readonly caFile: string | null;
  readonly statePath: string | null;
  /** True when it goes on with what the file had kept. */
  readonly isKept: boolean;
  readonly scenario: Scenario | null;
  /** Where the market comes from, when it is not only the seed. */
  readonly market: Words | null;
}

const NAMES_SHOWN = 5;
/** More accounts than these are left to --json. */
const ACCOUNTS_SHOWN = 10;

/** Tells that the exchange is open: to the parent process, and on standard output. */
export function sayReady(facts: BannerFacts, { json, lang, stdout }: CliContext): void {
  const { server, exchange, keys, pageUrl, caFile } = facts;
  const { restUrl, wsUrl } = server;
  const [{ appKey, secretKey }] = keys as readonly [ServerKey];
  const { tradeDate } = exchange;
  const ready: ExchangeReady = {
    ...{ type: 'ready', restUrl, wsUrl, appKey, secretKey, tradeDate, accounts: keys, pageUrl, caFile },
  };
  stdout.write(json ? `${JSON.stringify(ready)}\n` : `${bannerLines(facts, lang).join('\n')}\n`);
  process.send?.(ready);
}

function bannerLines(facts: BannerFacts, lang: CliContext['lang']): readonly string[] {
  const { server, exchange, keys, speed, hold, pageUrl, caFile, statePath, isKept, scenario, market } = facts;
  const say = exchangeMessages(lang);
  const at = kstIso(exchange.now).slice(0, 16).replace('T', ' ');
  const instruments = exchange.market.instruments();
  const names = instruments.slice(0, NAMES_SHOWN).map(({ name }) => name);
  if (instruments.length > NAMES_SHOWN) names.push('…');
  const lines = [
    hold ? say.held(at) : say.open(at, speed),
    `  ${market === null ? say.market(instruments.length, names.join(', ')) : market[lang]}`,
    `  REST       ${server.restUrl}`,
    `  WebSocket  ${server.wsUrl}`,
  ];
  if (pageUrl !== null) lines.push(`  ${say.pageLine(`${pageUrl}?lang=${lang}`)}`);
  for (const { account, appKey, secretKey } of keys.slice(0, ACCOUNTS_SHOWN)) {
    if (keys.length > 1) lines.push(`  ${say.account(account)}`);
    lines.push(`  KIWOOM_APP_KEY=${appKey}`, `  KIWOOM_SECRET_KEY=${secretKey}`);
  }
  if (keys.length > ACCOUNTS_SHOWN) lines.push(`  ${say.moreAccounts(keys.length - ACCOUNTS_SHOWN)}`);
  if (caFile !== null) {
    lines.push(`  ${say.trust}`);
    for (const name of ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'])
      lines.push(`    ${name}=${caFile}`);
  }
  if (scenario !== null) lines.push(`  ${say.scenario(scenario.name, scenario.rules.length)}`);
  if (statePath !== null) lines.push(`  ${isKept ? say.goesOn(statePath) : say.state(statePath)}`);
  lines.push(`  ${say.end}`);
  return lines;
}
