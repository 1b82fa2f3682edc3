// The English catalogue; its shape is the type `Messages`. Parameters are named after what they hold.

import type { OrderStatus, RefusalCode } from '#domain/order.ts';

const refusals: Readonly<Record<RefusalCode, string>> = {
  halted: 'trading is halted; `hwangso resume` lifts it',
  'not-reconciled': 'the books were not yet found equal to the broker’s',
  'daily-loss-limit': 'the day has lost as much as the configuration allows; no new buys today',
  'session-closed': 'the market does not take this order now',
  'instrument-unknown': 'nothing is known of this instrument today',
  'instrument-warned': 'the exchange warns about this instrument (risk.refuseWarned)',
  'price-unknown': 'no price of it was seen yet',
  'market-data-stale': 'its market data is too old (risk.staleAfterSeconds)',
  'off-tick': 'the price is not on the exchange’s price grid',
  'outside-price-limits': 'the price is outside the day’s upper or lower limit',
  'price-collar': 'the price is too far from the last one (risk.priceCollarPercent)',
  'duplicate-order': 'the same order is already working',
  'self-trade': 'it would trade against an order of our own',
  'order-rate': 'too many orders (risk.maxOrdersPerSecond, risk.maxOrdersPerDay)',
  'order-value-limit': 'the order is too big (risk.maxOrderValue)',
  'position-limit': 'the holding would become too big (risk.maxPositionValue)',
  'exposure-limit': 'all holdings together would become too big (risk.maxExposure)',
  'sellable-unknown': 'the broker has not said how many shares may be sold',
  'sellable-quantity': 'fewer shares may be sold than the order asks for',
  'orderable-unknown': 'the broker has not said how much may be bought',
  'orderable-quantity': 'the cash does not reach for so many shares',
};

const orderStatuses: Readonly<Record<OrderStatus, string>> = {
  intended: 'written down, not yet known to have left',
  unknown: 'the broker’s answer was lost; being looked up',
  acknowledged: 'taken by the broker',
  working: 'working at the exchange',
  'partly-filled': 'partly filled',
  filled: 'filled',
  cancelled: 'cancelled as asked',
  rejected: 'rejected by the broker',
  expired: 'expired without being asked to',
  absent: 'never reached the broker',
};

/** What a configuration value should have been. */
const expected = {
  text: 'text',
  number: 'a number',
  wholeNumber: 'a whole number',
  flag: 'true or false',
  list: 'a list',
  map: 'keys with values',
  nothing: 'no value',
  orNull: (what: string) => `${what}, or null to switch it off`,
  oneOf: (values: string) => `one of ${values}`,
  oneOfKeys: (keys: string) => `exactly one of the keys ${keys}`,
  atLeast: (what: string, minimum: string) => `${what}, ${minimum} or more`,
  moreThan: (what: string, minimum: string) => `${what} greater than ${minimum}`,
  atMost: (what: string, maximum: string) => `${what}, ${maximum} or less`,
  lessThan: (what: string, maximum: string) => `${what} smaller than ${maximum}`,
  entriesAtLeast: (count: string) => `a list of ${count} or more`,
  textNotEmpty: 'text that is not empty',
  symbol: "a symbol of six characters in quotes, such as '005930'",
  date: 'an existing day written YYYY-MM-DD',
  dateIn: (from: string, through: string) => `a day from ${from} to ${through}, which the calendar knows`,
  name: 'a name of letters, digits, - and _ (at most 40)',
  strategyName: 'a name of letters, digits, - and _ (at most 40); operator is taken by orders by hand',
  symbols: 'a list of 1 or more: this strategy does not choose its symbols itself',
  accountName: 'a name without line breaks (at most 40 characters)',
  httpUrl: 'an address such as https://mockapi.kiwoom.com; plain http only on this machine',
  wsUrl: 'an address such as wss://host:10000/api/dostk/websocket; plain ws only on this machine',
  sameWorld: 'both addresses in the same domain of Kiwoom, not one real and one mock',
  urlOfCustom: 'an address: domain custom has none of its own',
  unique: 'a name that no other strategy has',
  uniquePoll: 'a name that no other poll has',
  query: 'a query of Kiwoom’s guide, such as ka10027 (`hwangso tr list`)',
  noRepeats: 'each symbol once',
  notBefore: (date: string) => `a day on or after ${date}`,
  marketPeriod: '1m: with fills: market the market plays stored minutes',
  notOnMarket: 'nothing here: with fills: market the book says what an order pays and gets',
  present: 'a value',
  knownKey: 'a key that exists here',
  yaml: 'YAML',
};

const found = {
  nothing: 'nothing',
  aList: 'a list',
  anEmptyList: 'an empty list',
  aMap: 'keys with values',
  emptyText: 'empty text',
  again: (value: string) => `${value} again`,
};

const config = {
  expected,
  found,
  problem: (what: string, is: string) => `expected ${what}, found ${is}`,
  count: (count: number, file: string) => (count === 1 ? `${file}: 1 problem` : `${file}: ${count} problems`),
  didYouMean: (word: string) => `did you mean ${word}?`,
  known: (words: string) => `known here: ${words}`,
  quoteSymbol: (text: string) => `YAML reads ${text} as a number: write '${text}'`,
  missingFile: (file: string) => `there is no configuration file ${file}`,
  isFolder: (file: string) => `${file} is a folder, not a configuration file`,
  unreadable: (file: string, reason: string) => `the configuration ${file} cannot be read: ${reason}`,
  tooBig: (file: string) => `${file} is larger than 1 MB: not a configuration`,
  badFolder: (folder: string, reason: string) => `the data folder ${folder} cannot be written to: ${reason}`,
  fine: (file: string) => `${file} is fine`,
  strategies: 'strategies',
  polls: 'polls',
  limits: 'limits',
  broker: 'broker',
  data: 'data',
  costs: 'commission',
  off: 'off',
  realMoney: 'REAL MONEY',
};

const strategy = {
  noFile: (file: string) => `the strategy file ${file} does not exist`,
  badExtension: (file: string) => `${file} is no .ts or .js file`,
  notShipped: (name: string, known: string) => `no strategy called ${name} ships; those that do: ${known}`,
  syntax: (place: string, reason: string) => `${place}: ${reason}`,
  failed: (file: string, reason: string) => `${file} failed while it was loaded: ${reason}`,
  noExport: (file: string, exports: string) =>
    `${file} must export \`strategy\` (export const strategy = defineStrategy({…})), it exports ${exports}`,
  noExports: 'nothing',
  wrongShape: (file: string, problems: string) => `${file}: its \`strategy\` is not one: ${problems}`,
  member: (name: string, what: string) => `${name} must be ${what}`,
  parameters: 'parameters',
  noParameters: 'no parameters',
  byDefault: (value: string) => `default ${value}`,
};

const cli = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Global options:',
  commands: 'Commands:',
  examples: 'Examples:',
  error: 'error',
  unexpected: (text: string) =>
    `unexpected error: ${text}\nThis is a mistake in hwangso. --debug shows where.`,
  helpHint: (command: string) => `${command} --help explains it`,
  interrupted: 'interrupted',
  rows: (count: string) => `${count} rows`,
  imported: (symbol: string, period: string, bars: string, from: string, to: string) =>
    `${symbol} ${period}: ${bars} bars, ${from} to ${to}`,
  ignoredColumns: (columns: string) => `ignored columns: ${columns}`,
  oneFileOnly: '--symbol names one instrument: give one file with it',
  noStore: (path: string) => `there is no chart store at ${path}; \`hwangso charts import\` makes one`,
  emptyStore: 'nothing is stored yet',
  noBars: (symbol: string, period: string) => `no bars of ${symbol} ${period} are stored`,
  symbol: 'symbol',
  name: 'name',
  period: 'period',
  bars: 'bars',
  from: 'from',
  to: 'to',
  taken: (command: string) => `${command}: the running engine has taken it`,
  notTaken: (command: string) =>
    `${command}: no engine has taken it yet; it will be the first thing the next one reads`,
  planCannotBeMet: 'the broker’s rate limits cannot carry this run; nothing was sent',
  plan: 'Requests planned:',
  closedBefore: 'the trading day was closed before; without --until-close the next one is waited for',
  halt: 'halt',
  resume: 'resume',
  explain: 'explain',
  haltReason: 'halted by the operator',
  resumeReason: 'resumed by the operator',
  noLedger: (path: string) => `there is no ledger at ${path}; \`hwangso run\` makes one`,
  ledgerWhole: (records: string, digest: string) =>
    `the ledger is whole: ${records} records, chain digest ${digest}`,
  ledgerBroken: (seq: string, problem: string) => `the ledger is broken at record ${seq}: ${problem}`,
};

export const en = { refusals, orderStatuses, config, strategy, cli, refusalNumbers };

function refusalNumbers(limit: string | null, actual: string | null): string | null {
  if (limit === null) return actual === null ? null : `was ${actual}`;
  return actual === null ? `limit ${limit}` : `limit ${limit}, was ${actual}`;
}
