// The configuration: read once, decoded strictly, defaults filled in, frozen. After that nothing is optional, and no
// value means "the default".

import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BarPeriod } from '#domain/bar.ts';
import type { CalendarChanges } from '#domain/calendar.ts';
import type { CostSchedule } from '#domain/costs.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import type { Poll } from '#engine/ports.ts';
import type { StrategySetup } from '#engine/strategy-host.ts';
import type { RiskLimits } from '#risk/risk-check.ts';
import { inBoth } from '../messages.ts';
import { brokerProblems, resolveBroker } from './config-broker.ts';
import { type ConfigDocument, parseConfigDocument } from './config-document.ts';
import type { Domain } from './config-domain.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { resolvePolls } from './config-polls.ts';
import { problemsOf } from './config-problems.ts';
import { resolveCosts, resolveLimits, resolvePatience } from './config-resolve.ts';
import { configSchema, type WrittenConfig } from './config-schema.ts';
import { resolveStrategies } from './config-strategies.ts';

/** How the broker is reached. */
export interface BrokerConfig {
  readonly domain: Domain;
  readonly restUrl: string;
  readonly wsUrl: string;
  /** Whose time the engine lives by: this machine's, or the server's (a simulated exchange may run faster). */
  readonly clock: 'wall' | 'server';
  /** True when orders move real money, whatever `domain` says. */
  readonly isRealMoney: boolean;
  /** The first of the two confirmations that real money needs. */
  readonly realMoneyConfirmed: boolean;
  /** Absolute path of a file with the keys; null reads them from the environment. */
  readonly secretsFile: string | null;
  /** Calls a second for one TR, how many of them at once, and for all TRs together. */
  readonly rate: { readonly perTr: number; readonly perTrBurst: number; readonly global: number };
  /** How many codes and condition searches one session may have in real time. */
  readonly realtime: { readonly maxCodes: number; readonly maxConditions: number };
}

/** Where data is kept; absolute paths, all inside `folder`. */
export interface DataPaths {
  readonly folder: string;
  readonly ledger: string;
  readonly charts: string;
  readonly recordings: string;
}

/** What engine patience the configuration names: EngineSettings without what the code decides. */
export interface PatienceConfig {
  readonly lookupPatienceMs: number;
  readonly noticePatienceMs: number;
  readonly cashTolerance: Won;
}

/** What `hwangso backtest` runs over. Both days are included. */
export interface BacktestConfig {
  readonly period: BarPeriod;
  readonly from: TradeDate;
  readonly to: TradeDate;
  readonly cash: Won;
  /** Ticks that a market order pays beyond the price of its bar. */
  readonly slippageTicks: number;
  /** Largest part of a bar's volume that our orders may take, percent; null for no limit. */
  readonly volumeSharePercent: number | null;
  /** Where orders are filled: by rules on the bars, or in the book of the simulated market that plays them. */
  readonly fills: 'bars' | 'market';
  /** Of the simulated market; the same seed makes the same book and tape of the same bars. */
  readonly seed: number;
}

/** A configuration ready for use, deeply frozen. */
export interface HwangsoConfig {
  /** Absolute path of the file. */
  readonly file: string;
  readonly broker: BrokerConfig;
  readonly account: string;
  readonly data: DataPaths;
  readonly strategies: readonly StrategySetup[];
  /** Queries that are asked again and again for the strategies that listen to their answers. */
  readonly polls: readonly Poll[];
  readonly limits: RiskLimits;
  readonly costs: CostSchedule;
  readonly calendar: CalendarChanges;
  readonly patience: PatienceConfig;
  readonly record: boolean;
  readonly backtest: BacktestConfig | null;
}

const FILE_BYTES_MAX = 1_000_000;
const DEFAULT_DATA_FOLDER = './data';

/** Reads and checks the configuration at `file`, its strategies and their parameters. Rejects with ConfigError. */
export async function loadConfig(file: string): Promise<HwangsoConfig> {
  return parseConfig(await readConfigText(file), file);
}

/** The same for text already read; `file` names it, and relative paths start from its folder. */
export async function parseConfig(text: string, file: string): Promise<HwangsoConfig> {
  const document = parseConfigDocument(text);
  if (document.problems.length > 0) throw invalid(file, document.problems);
  const { written, problems } = validate(document);
  const folder = dirname(resolve(file));
  const strategies = await resolveStrategies(document, folder);
  const polls = await resolvePolls(document);
  const all = [...problems, ...strategies.problems, ...polls.problems].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  if (written === null || all.length > 0) throw invalid(file, all);

  const broker = resolveBroker(written, folder);
  return deepFreeze({
    file: resolve(file),
    broker,
    account: written.account ?? 'main',
    data: dataPaths(folder, written.data),
    strategies: strategies.setups,
    polls: polls.polls,
    limits: resolveLimits(written),
    costs: resolveCosts(written, broker),
    calendar: { closures: written.calendar?.closures ?? [], openings: written.calendar?.openings ?? [] },
    patience: resolvePatience(written),
    record: written.record ?? true,
    backtest:
      written.backtest === undefined
        ? null
        : {
            ...written.backtest,
            slippageTicks: written.backtest.slippageTicks ?? 1,
            volumeSharePercent:
              written.backtest.volumeSharePercent === undefined ? 10 : written.backtest.volumeSharePercent,
            fills: written.backtest.fills ?? 'bars',
            seed: written.backtest.seed ?? 1,
          },
  });
}

/**
 * Only where the data of a configuration is. What else may be wrong in the file is not looked at: halting must work with
 * a configuration that no longer loads. Rejects with ConfigError.
 */
export async function loadDataPaths(file: string): Promise<DataPaths> {
  const document = parseConfigDocument(await readConfigText(file));
  if (document.problems.length > 0) throw invalid(file, document.problems);
  const written = (document.value as { data?: unknown } | null)?.data;
  return dataPaths(dirname(resolve(file)), typeof written === 'string' ? written : undefined);
}

/**
 * Only the broker of a configuration, for commands that trade nothing. What else may be wrong in the file is not looked at.
 * Rejects with ConfigError.
 */
export async function loadBroker(file: string): Promise<BrokerConfig> {
  const document = parseConfigDocument(await readConfigText(file));
  if (document.problems.length > 0) throw invalid(file, document.problems);
  const written = (document.value as { broker?: unknown } | null)?.broker;
  const { broker: schema } = configSchema.shape;
  const { success, data, error } = schema.safeParse(written);
  if (!success) throw invalid(file, problemsOf(error.issues, schema, document, ['broker']));
  const problems = brokerProblems({ broker: data }, document);
  if (problems.length > 0) throw invalid(file, problems);
  return resolveBroker({ broker: data }, dirname(resolve(file)));
}

/** Makes the data folder, for this user only, where there is none. Rejects with ConfigError `folder`. */
export async function prepareDataFolder({ folder }: DataPaths, file: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ConfigError(
      'folder',
      file,
      inBoth(({ config }) => config.badFolder(folder, reason)),
      { cause },
    );
  }
}

async function readConfigText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > FILE_BYTES_MAX) throw unreadable(file, ({ config }) => config.tooBig(file));
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable(file, ({ config }) => config.missingFile(file), cause);
    if (code === 'EISDIR') throw unreadable(file, ({ config }) => config.isFolder(file), cause);
    throw unreadable(file, ({ config }) => config.unreadable(file, code ?? message), cause);
  }
}

function validate(document: ConfigDocument): {
  readonly written: WrittenConfig | null;
  readonly problems: readonly ConfigProblem[];
} {
  const { success, data, error } = configSchema.safeParse(document.value);
  if (!success) return { written: null, problems: problemsOf(error.issues, configSchema, document) };
  return { written: data, problems: brokerProblems(data, document) };
}

function dataPaths(folder: string, written: string = DEFAULT_DATA_FOLDER): DataPaths {
  const data = resolve(folder, written);
  return {
    folder: data,
    ledger: resolve(data, 'ledger.sqlite'),
    charts: resolve(data, 'charts.sqlite'),
    recordings: resolve(data, 'recordings'),
  };
}

function invalid(file: string, problems: readonly ConfigProblem[]): ConfigError {
  const words = inBoth(({ config }) => config.count(problems.length, file));
  return new ConfigError('invalid', file, words, { problems });
}

function unreadable(file: string, say: Parameters<typeof inBoth>[0], cause?: unknown): ConfigError {
  return new ConfigError('unreadable', file, inBoth(say), { cause });
}

/** Plain objects and lists, all the way down; a value that holds itself (YAML allows it) is frozen once. */
function deepFreeze<Value>(value: Value): Value {
  const prototype = Object.getPrototypeOf(value ?? 0);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return value;
  if (Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value as object)) deepFreeze(inner);
  return value;
}
