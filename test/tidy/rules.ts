// The rule book as tables: who may import whom, which library lives where, what nobody calls, and every exception by name
// with its reason. Change a table only together with ARCHITECTURE.md.

/** Beginnings of paths. */
type Prefixes = readonly string[];

/**
 * The rooms, and what each may import of ours besides itself. The first row that a path begins with counts. Narrow
 * entries (single files) are the doors between rooms that are otherwise strangers.
 */
export const ARROWS: readonly (readonly [room: string, mayImport: Prefixes])[] = [
  ['src/domain/', []],
  ['src/strategies/', ['src/domain/']],
  ['src/risk/', ['src/domain/']],
  ['src/engine/', ['src/domain/', 'src/strategies/strategy.ts', 'src/risk/']],
  ['src/exchange/', ['src/domain/']],
  ['src/report/', ['src/domain/']],
  ['src/adapters/system/', ['src/domain/']],
  ['src/adapters/charts/', ['src/domain/']],
  [
    'src/adapters/sqlite/',
    [
      'src/domain/',
      'src/engine/ports.ts',
      'src/engine/record-codec.ts',
      'src/engine/order-transitions.ts', // the same table decides the status that people's SQL sees
    ],
  ],
  [
    'src/adapters/kiwoom-server/',
    ['src/domain/', 'src/exchange/contract.ts', 'src/adapters/kiwoom/catalogue'],
  ],
  ['src/adapters/kiwoom/', ['src/domain/', 'src/engine/ports.ts']],
  [
    'backtest/',
    ['src/domain/', 'src/engine/', 'src/exchange/bar-exchange.ts', 'src/exchange/contract.ts', 'src/report/'],
  ],
  [
    'src/app/',
    [
      ...['src/domain/', 'src/strategies/', 'src/risk/', 'src/engine/', 'src/exchange/', 'src/report/'],
      ...['src/adapters/', 'backtest/', 'config/'],
    ],
  ],
  [
    'src/cli/',
    [
      'src/domain/',
      'src/app/',
      'src/adapters/charts/',
      'src/adapters/sqlite/',
      'src/adapters/system/',
      'src/adapters/kiwoom/guide', // `hwangso tr` shows the guide's data and checks requests by it
      'package.json',
    ],
  ],
  [
    'src/index.ts',
    [
      'src/domain/',
      'src/strategies/',
      'src/adapters/kiwoom/guide-queries.ts', // types only: what a strategy may ask Kiwoom for
    ],
  ],
];

/** Rooms that compute only: no file, no network, no process. The reason stands beside each exception. */
export const PURE_ROOMS: Prefixes = [
  'src/domain/',
  'src/strategies/',
  'src/risk/',
  'src/engine/',
  'src/exchange/',
];
export const PURE_EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/engine/record-codec.ts node:crypto': 'the digest chain of records: a pure function of their text',
};

/** Each library and the few places that know it, so that it can be replaced there. */
export const LIBRARIES: Readonly<Record<string, Prefixes>> = {
  '@hyunbinseo/holidays-kr': ['src/domain/calendar.ts'],
  'better-sqlite3': ['src/adapters/sqlite/', 'src/adapters/charts/', 'bench/'],
  'cli-progress': ['src/cli/progress.ts'],
  'cli-table3': ['src/report/text-table.ts', 'src/cli/actions/charts.ts', 'src/cli/actions/tr.ts'],
  commander: ['src/cli/'],
  'csv-parse': ['src/adapters/charts/import-csv.ts'],
  hwangso: ['examples/'],
  'lightweight-charts': ['backtest/report-html.ts'],
  luxon: ['src/report/format.ts'],
  picocolors: ['src/report/text-table.ts', 'src/cli/'],
  pino: ['src/adapters/system/pino-log.ts'],
  'pure-rand': ['src/exchange/random.ts', 'src/adapters/kiwoom-server/', 'bench/'],
  rxjs: [
    'src/strategies/',
    'src/engine/',
    'src/adapters/kiwoom/',
    'src/app/',
    'backtest/',
    'examples/',
    'bench/',
  ],
  'trading-signals': ['src/strategies/', 'examples/'],
  undici: ['src/adapters/kiwoom/rest/undici-transport.ts'],
  ws: [
    'src/adapters/kiwoom/socket/ws-transport.ts',
    'src/adapters/kiwoom-server/web/node-server.ts',
    'bench/lib/frame-counter.ts',
  ],
  yaml: ['src/app/config/config-document.ts'],
  zod: [
    'src/strategies/',
    'src/app/config/',
    'src/app/exchange/exchange-accounts.ts',
    'src/app/exchange/exchange-actions.ts',
    'src/app/exchange/exchange-file.ts',
    'src/app/exchange/exchange-scenario-schema.ts',
    'src/cli/actions/config.ts',
    'examples/',
    'bench/',
  ],
};

/** Packages that package.json may name although nothing imports them. */
export const NOT_IMPORTED: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'a command: formatter and linter of npm run check',
  typescript: 'a command: the type check of npm run check',
  '@types/node': 'types of the runtime',
};

export interface BannedCall {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: string;
  /** Files that may, each with its reason. */
  readonly escapes: Readonly<Record<string, string>>;
}

/** Calls that would let the outside in by a back door. Tests and bench/ measure and wait, so they are free to. */
export const BANNED_CALLS: readonly BannedCall[] = [
  {
    name: 'Date.now',
    pattern: /\bDate\.now\b/g,
    instead: 'take a Clock (src/domain/time.ts) and ask clock.now()',
    escapes: {
      'src/adapters/system/system-clock.ts': 'this is the clock',
      'src/cli/main.ts': 'pace of the progress bar: nothing else sees it',
    },
  },
  {
    name: 'new Date()',
    pattern: /\bnew Date\(\s*\)/g,
    instead: 'take a Clock (src/domain/time.ts) and ask clock.now()',
    escapes: {},
  },
  {
    name: 'performance.now',
    pattern: /\bperformance\.now\b|\bhrtime\b/g,
    instead: 'measure in bench/; elsewhere take a Clock',
    escapes: {},
  },
  {
    name: 'Math.random',
    pattern: /\bMath\.random\b/g,
    instead: 'take a seeded generator (src/exchange/random.ts) or a jitter function as parameter',
    escapes: { 'src/adapters/system/random-jitter.ts': 'chance comes in here' },
  },
  {
    name: 'timers',
    pattern: /\b(setTimeout|setInterval|setImmediate)\b/g,
    instead: 'use clock.wakeAt, or context.scheduler in a strategy',
    escapes: {
      'src/adapters/system/system-clock.ts': 'this is the clock',
      'src/cli/actions/operator.ts': 'waits a moment for a running engine to take the command',
      'src/app/orders/order-command.ts': 'waits at a terminal for what becomes of an order',
    },
  },
  {
    name: 'random identifiers',
    pattern: /\brandom(UUID|Bytes|Int)\b/g,
    instead: 'make identifiers from what they identify, so that a replay makes the same ones',
    escapes: {
      'src/app/exchange/exchange-command.ts': 'keys of an exchange that was given none must not be guessable',
      'src/app/orders/order-command.ts':
        'the ticket of an order by hand: two people may want the same at the same moment',
    },
  },
  {
    name: 'console',
    pattern: /\bconsole\.\w/g,
    instead: 'write results to context.stdout, and logs through the Log of src/adapters/kiwoom/log.ts',
    escapes: {},
  },
  {
    name: 'process.env',
    pattern: /\bprocess\.env\b/g,
    instead: 'read context.env (src/app/cli-context.ts)',
    escapes: { 'src/cli/main.ts': 'the environment enters here, once' },
  },
  {
    name: 'process.exit',
    pattern: /\bprocess\.exit\(/g,
    instead: 'return an ExitCode (src/app/cli-context.ts)',
    escapes: {
      'src/cli/main.ts': 'whoever reads our output went away: nobody is left to tell',
    },
  },
  {
    name: 'subscribe',
    pattern: /\.subscribe\(/g,
    instead: 'compose with operators and return the Observable; only the places below subscribe',
    escapes: {
      'src/app/live/live-session.ts': 'the one subscription of a live session',
      'src/app/stream-command.ts': 'prints what comes, until somebody ends it',
      'backtest/run-backtest.ts': 'the one subscription of a backtest: what the simulated broker answers',
      'backtest/run-market-backtest.ts':
        'the one subscription of a backtest on the market: what its broker answers',
      'src/engine/strategy-host.ts': 'runs strategies: each is an Observable of signals',
      'src/strategies/map-some.ts': 'an operator: subscribing to its source is what an operator does',
      'src/engine/bar-series.ts': 'stored bars become longer ones by the same fold',
      'src/engine/market-state.ts': 'bars of a longer period are made from those of the shorter one',
      'src/adapters/kiwoom/kiwoom-feed.ts':
        'joins the troubles of the connection while somebody listens to the feed',
    },
  },
];

/** Ways of writing that TypeScript or biome lets pass, or that we want named here too. */
export const BANNED_WORDS: readonly {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: string;
  readonly isFineInTests?: boolean;
}[] = [
  { name: 'default export', pattern: /^export default\b/gm, instead: 'export by name' },
  { name: 'export *', pattern: /^export \*/gm, instead: 'name what is exported' },
  { name: 'as any', pattern: /\bas any\b|<any>/g, instead: 'use unknown and narrow it' },
  {
    name: 'a silenced compiler',
    pattern: /@ts-(ignore|nocheck)\b/g,
    instead: 'make the types say it',
  },
  {
    name: 'a silenced type error',
    pattern: /@ts-expect-error\b/g,
    instead: 'make the types say it; a test may hold that a type refuses something',
    isFineInTests: true,
  },
  {
    name: 'an enum or a namespace',
    pattern: /^(export )?(const )?(enum|namespace) /gm,
    instead: 'use a union: types are stripped, not compiled',
  },
  { name: 'a note to self', pattern: /\b(FIX(ME)|TO(DO)|XX(X))\b/g, instead: 'do it, or write an issue' },
];

/** Where Kiwoom's element names may stand besides src/adapters/kiwoom*. */
export const WIRE_NAME_EXCEPTIONS: Readonly<Record<string, string>> = {
  'bench/lib/order-server.ts':
    'plays the server of the latency measurement: it answers with one order number',
  'bench/w7-loopback.ts': 'plays a client of the loopback server, down to its token request',
  'src/cli/commands/tr.ts': 'examples of `hwangso tr call`, whose arguments are the guide’s own words',
  'src/cli/actions/tr.ts': 'shows the guide in its own words',
  'src/app/tr-call.ts': 'takes inputs in the guide’s words or in ours',
};

/** The only makers of temporary folders among tests: they remove them. */
export const FOLDER_MAKERS: readonly string[] = [
  'test/support/run-folder.ts',
  'test/support/temporary-folder.ts',
];

/** Started or read, not imported. */
export const ENTRY_POINTS: Readonly<Record<string, string>> = {
  'src/cli/main.ts': 'bin/hwangso.mjs and npm start begin here',
  'src/index.ts': 'what the package exports',
  'src/adapters/kiwoom-server/web/page/exchange.js': 'runs in the browser: the page of the exchange',
  'src/adapters/kiwoom-server/web/page/exchange-chart.js': 'runs in the browser: draws the day on that page',
  'src/adapters/kiwoom-server/web/page/exchange-book.js':
    'runs in the browser: one instrument’s book and trades',
  'src/adapters/kiwoom-server/web/page/exchange-tables.js':
    'runs in the browser: accounts, orders, WebSockets and faults',
  'src/adapters/kiwoom-server/web/page/exchange-dom.js':
    'runs in the browser: elements that are made and changed in place',
  'src/adapters/kiwoom-server/web/page/exchange-words.js': 'runs in the browser: what that page says',
};

export const LINES_MAX = { program: 350, test: 550 } as const;

/** Long for a reason; beginnings of paths. */
export const LONG_FILES: Readonly<Record<string, string>> = {
  'src/adapters/kiwoom/guide/types': 'generated from the guide by scripts/read-guide',
};

/** Words that would tie the repository to one machine or one registry. */
export const MACHINE_WORDS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'a path of one machine', pattern: /(?<![\w.~])\/(work|root|home)\/[a-z]/g },
  {
    name: 'a registry host',
    pattern: /\bregistry\.[a-z0-9-]+\.[a-z]+|\bnpm(js)\.(org|com)\b|\b(artifactory|nexus|verdaccio)\b/gi,
  },
];
export const MACHINE_WORD_EXCEPTIONS: Readonly<Record<string, string>> = {
  'test/app/config/config.test.ts': 'an invented user whose home shows how relative paths are resolved',
};
