// `hwangso run`: trades live, on the mock, the real or any other domain, until it is stopped.

import { pinoLog } from '#adapters/system/pino-log.ts';
import { readCredentials } from '#adapters/system/secrets.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { tradingCalendar } from '#domain/calendar.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { Words } from '#domain/words.ts';
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts';
import type { HwangsoConfig } from '../config/config.ts';
import { messages } from '../messages.ts';
import { type Errand, runLiveSession, type SessionEnd } from './live-session.ts';
import { narrateEvent, narrateRecord } from './narrate.ts';
import { describePlan } from './request-plan-text.ts';

export interface LiveOptions {
  /** The second of the two confirmations for real money. */
  readonly realMoney: boolean;
  /** Ends after the trading day was closed. */
  readonly untilClose: boolean;
  /** Called once the books are equal to the broker's and trading may begin. */
  readonly onReady?: () => void;
}

/** Real money without both confirmations; nothing was started. */
export class RealMoneyError extends Error {
  override readonly name = 'RealMoneyError';
  readonly code = 'real-money-not-confirmed';
  readonly retryable = false;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(text: Words) {
    super(text.en);
    this.text = text;
  }
}

/** Runs live until interrupted, or until the close. Returns the exit code; throws what ends it otherwise. */
export async function runLive(
  config: HwangsoConfig,
  options: LiveOptions,
  context: CliContext,
): Promise<ExitCode> {
  assertConfirmed(config, options);
  let isHalted = false;
  let differs = false;
  let isClosed = false;
  let ready = (): void => {
    ready = () => undefined;
    options.onReady?.();
  };
  const say = (line: string | null): void => {
    if (line !== null) context.stderr.write(`${line}\n`);
  };
  const end = await runLiveSession(
    {
      ...commonOptions(config, context),
      untilClose: options.untilClose,
      onPlan: ({ problems, ...plan }) => {
        if (problems.length > 0) return; // the error says it all
        const lines = describePlan(context.lang, { ...plan, problems });
        say([messages(context.lang).cli.plan, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n'));
      },
      onRecord: (record) => {
        if (record.type === 'halted') isHalted = true;
        if (record.type === 'resumed') isHalted = false;
        if (record.type === 'day-closed') isClosed = true;
        if (record.type === 'reconciled')
          differs = record.differences.some(({ subject }) => subject !== 'holding-cost');
        say(narrateRecord(record, context.lang));
        if (record.type === 'reconciled' && !differs) ready();
      },
      onEvent: (event) => say(narrateEvent(event, context.lang)),
    },
    context.interruptSignal(),
  );
  if (end === 'day-closed' && !isClosed) say(messages(context.lang).cli.closedBefore);
  return exitCodeOf(end, isHalted || differs);
}

/** What every session of a configuration is given. Reads the keys; throws SecretsError. */
function commonOptions(config: HwangsoConfig, context: CliContext) {
  const credentials = readCredentials(context.env, config.broker.secretsFile);
  const log = pinoLog({
    clock: systemClock(),
    level: context.debug ? 'debug' : 'warn',
    to: { write: (line: string) => context.stderr.write(line) },
  });
  log.registerSecret(credentials.appKey);
  log.registerSecret(credentials.secretKey);
  return {
    config,
    credentials,
    calendar: tradingCalendar(config.calendar),
    log,
    staysThroughNight: config.broker.domain === 'custom',
  };
}

/** Something to do in a session without strategies, and who sees its records. */
export interface ErrandOptions {
  readonly onRecord: (record: LedgerRecord) => void;
  readonly run: Errand;
}

/**
 * Opens a session for one errand: the configuration's account, risk limits and ledger, without its strategies. Resolves when
 * the errand is through; working orders stay. Throws LedgerError `locked` when an engine runs on the ledger.
 */
export async function runErrand(
  config: HwangsoConfig,
  context: CliContext,
  { onRecord, run }: ErrandOptions,
): Promise<SessionEnd> {
  const alone = { ...config, strategies: [], polls: [] };
  return runLiveSession(
    { ...commonOptions(alone, context), untilClose: false, onRecord, onEvent: () => undefined, errand: run },
    context.interruptSignal(),
  );
}

/** Throws RealMoneyError unless both confirmations are there, or no real money is at stake. */
export function assertConfirmed(
  { broker }: HwangsoConfig,
  { realMoney }: Pick<LiveOptions, 'realMoney'>,
): void {
  if (!broker.isRealMoney || (broker.realMoneyConfirmed && realMoney)) return;
  const missing = [
    ...(broker.realMoneyConfirmed ? [] : ['broker.realMoney: true']),
    ...(realMoney ? [] : ['--real-money']),
  ].join(' · ');
  throw new RealMoneyError({
    ko: `실제 돈으로 거래하려면 설정 파일의 broker.realMoney: true와 명령줄의 --real-money가 모두 필요합니다. 없는 것: ${missing}`,
    en:
      'this trades real money and needs two confirmations, broker.realMoney: true in the configuration and --real-money ' +
      `on the command line; missing: ${missing}`,
  });
}

function exitCodeOf(end: SessionEnd, isStopped: boolean): ExitCode {
  if (end === 'connection-lost') return EXIT.broker;
  return isStopped ? EXIT.halted : EXIT.ok;
}
