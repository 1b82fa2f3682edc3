// What the exchange says to people, in Korean and English: its start, its scenarios, its page. The English catalogue is the
// type of the Korean one.

import type { Lang } from '../messages.ts';

const en = {
  preparing: 'playing the market up to the time of day, minutes',
  open: (at: string, speed: string) => `the exchange is open (${at}, speed ${speed})`,
  held: (at: string) => `the exchange waits for a line saying go (${at})`,
  market: (symbols: number, names: string) => `${symbols} instruments: ${names}`,
  account: (id: string) => `account ${id}`,
  page: 'page',
  /** In line with the other addresses of the banner; Hangul takes two columns a letter. */
  pageLine: (url: string) => `page       ${url}`,
  moreAccounts: (count: number) => `and ${count} more accounts (--json lists them)`,
  badSpeed: 'a speed is a number above 0, or max',
  noSuchFault: 'there is no such fault any more',
  noSuchSymbol: (symbol: string) => `${symbol} is not listed here`,
  scenario: (name: string, faults: number) => `scenario ${name}: ${faults} faults`,
  state: (file: string) => `kept in ${file}`,
  goesOn: (file: string) =>
    `goes on from ${file} (--date, --cash and the number of accounts count for a new one only)`,
  trust: 'clients trust its certificate by one of these:',
  end: 'Ctrl-C ends it; docs/exchange.md tells how clients connect',
  portInUse: (port: number) =>
    `port ${port} is already in use: end what listens there, or choose another with --port (0 takes a free one)`,
  pagePortInUse: (port: number) =>
    `port ${port} of the page is already in use: choose another with --page-port`,
  notWritable: (file: string, reason: string) => `${file} cannot be written to (${reason})`,
  stillTrying: 'the exchange goes on; keeping it is tried again',
  endOfDays: (last: string) =>
    `time stands still: ${last} was the last day of the trading calendar that can be played`,
  dayClosed: (date: string, trades: string, seconds: string) =>
    `${date} closed: ${trades} trades, ${seconds} s`,
  badState: (file: string, format: string) =>
    `${file}: expected a saved exchange (${format}), found something else; move the file away to begin anew`,
  otherState: (file: string, reason: string) =>
    `${file} cannot be gone on with (${reason}): it is of an older version, or of another market; delete it to begin anew, or choose the same --symbols, --charts or --recording`,
  closedDay: (date: string, next: string) =>
    `the market is closed on ${date}; the next trading day is ${next}`,
  uncovered: (date: string, from: string, through: string) =>
    `${date} cannot be played: price grid and trading days are known from ${from} to ${through}`,
  missingFile: (what: string, file: string) => `${what}: there is no file ${file}`,
  notScenario: (names: string) => `shipped scenarios: ${names}`,
  coverageHead: ['API', 'group', 'name', 'answered', 'why not'],
  coverageCount: (answered: number, all: number) => `${answered} of ${all} are answered`,
  yes: 'yes',
  no: 'no',
  expected: {
    duration: 'a duration such as 500ms, 10s, 5m or 1h',
    span: 'a duration such as 500ms, or two such as 100ms..2s',
    timeOfDay: 'a time of day such as 09:00 or 15:19:30',
    tr: "an api-id such as kt10000, or 'orders', 'queries', 'tokens', 'LOGIN' or 'REG'",
    frame: "a type such as '00' or 0B, or 'notices' or 'market'",
    faultOf: (known: string) => `a fault: ${known}`,
    faultMeant: (name: string) => `a fault, perhaps ${name}`,
    oneStart: 'one of at and after, not both',
    oneSubject: 'tr or frame, not both',
    subjectFor: (what: string) => `a subject this fault can have: ${what}`,
    once: 'a value that no other account has',
    listed: 'an instrument that is listed here',
    ratio: 'two whole numbers of shares such as 1:5',
    action: {
      missing: 'a value, which this kind needs',
      'not-of-this-kind': 'nothing: this kind has no such value',
      'closed-day': 'a trading day of the calendar',
      'not-for-this-instrument':
        'a kind that this instrument can have (distributions are of funds, dividends of shares)',
      'fewer-shares': 'old and new shares, fewer of the new, such as 10:1',
      'more-shares': 'old and new shares, more of the new, such as 1:5',
      'too-early': 'a trading day not before the date',
      'before-delivery': 'a date outside the time in which new shares of another action are on their way',
      'before-listing': 'a day after the first day of the name',
      'told-before': 'the first day of a name once, and before its actions',
      'off-tick': 'a price on the price grid of that day',
      'not-on-charts': 'a kind for charts and recordings: a listing is of made-up markets',
    },
  },
  subjects: { call: 'tr', frame: 'frame', connection: 'none', moment: 'tr or frame' },
} as const;

type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Catalogue<T[K]>;
};

export type ExchangeMessages = Catalogue<typeof en>;

const ko: ExchangeMessages = {
  preparing: '시작 시각까지 장을 여는 중, 분',
  open: (at, speed) => `모의 거래소가 열렸습니다 (${at}, ${speed}배속)`,
  held: (at) => `모의 거래소가 go라는 줄을 기다립니다 (${at})`,
  market: (symbols, names) => `${symbols}종목: ${names}`,
  account: (id) => `계좌 ${id}`,
  page: '화면',
  pageLine: (url) => `화면       ${url}`,
  moreAccounts: (count) => `그 밖에 계좌 ${count}개 (--json이 모두 보여 줍니다)`,
  badSpeed: '속도는 0보다 큰 수이거나 max입니다',
  noSuchFault: '그런 장애는 더 이상 없습니다',
  noSuchSymbol: (symbol) => `${symbol}은(는) 상장되어 있지 않습니다`,
  scenario: (name, faults) => `시나리오 ${name}: 장애 ${faults}가지`,
  state: (file) => `${file}에 보관합니다`,
  goesOn: (file) => `${file}에서 이어 갑니다 (--date, --cash, 계좌의 수는 새로 열 때만 쓰입니다)`,
  trust: '클라이언트가 인증서를 믿게 하려면 다음 중 하나를 씁니다:',
  end: 'Ctrl-C로 끝냅니다. 클라이언트를 붙이는 법은 docs/exchange.md에 있습니다',
  portInUse: (port) =>
    `포트 ${port}은(는) 이미 쓰이고 있습니다: 그 프로그램을 끝내거나 --port로 다른 포트를 고르십시오 (0은 빈 포트)`,
  pagePortInUse: (port) =>
    `화면의 포트 ${port}은(는) 이미 쓰이고 있습니다: --page-port로 다른 포트를 고르십시오`,
  notWritable: (file, reason) => `${file}에 쓸 수 없습니다 (${reason})`,
  stillTrying: '거래소는 계속하고, 보관을 다시 시도합니다',
  endOfDays: (last) => `시간이 멈췄습니다. ${last}이(가) 거래일 달력으로 열 수 있는 마지막 날입니다`,
  dayClosed: (date, trades, seconds) => `${date} 장 마감: 체결 ${trades}건, ${seconds}초`,
  badState: (file, format) =>
    `${file}: 보관된 거래소(${format})가 아닙니다. 새로 시작하려면 파일을 옮기십시오`,
  otherState: (file, reason) =>
    `${file}을(를) 이어 갈 수 없습니다 (${reason}): 이전 버전이나 다른 시장의 파일입니다. 지우고 새로 시작하거나, 같은 --symbols, --charts, --recording을 쓰십시오`,
  closedDay: (date, next) => `${date}은(는) 휴장일입니다. 다음 거래일은 ${next}입니다`,
  uncovered: (date, from, through) =>
    `${date}은(는) 열 수 없습니다. 호가가격단위와 거래일을 아는 날은 ${from}부터 ${through}까지입니다`,
  missingFile: (what, file) => `${what}: 파일 ${file}이(가) 없습니다`,
  notScenario: (names) => `함께 제공되는 시나리오: ${names}`,
  coverageHead: ['API', '분류', '이름', '답함', '답하지 않는 까닭'],
  coverageCount: (answered, all) => `${all}개 가운데 ${answered}개에 답합니다`,
  yes: '예',
  no: '아니오',
  expected: {
    duration: '500ms, 10s, 5m, 1h 같은 길이',
    span: '500ms 같은 길이, 또는 100ms..2s 같은 두 길이',
    timeOfDay: '09:00이나 15:19:30 같은 시각',
    tr: "kt10000 같은 api-id, 또는 'orders', 'queries', 'tokens', 'LOGIN', 'REG'",
    frame: "'00'이나 0B 같은 실시간 항목, 또는 'notices', 'market'",
    faultOf: (known) => `장애의 이름: ${known}`,
    faultMeant: (name) => `장애의 이름, 혹시 ${name}`,
    oneStart: 'at과 after 중 하나만',
    oneSubject: 'tr과 frame 중 하나만',
    subjectFor: (what) => `이 장애에 쓸 수 있는 대상: ${what}`,
    once: '다른 계좌에 없는 값',
    listed: '여기에 상장된 종목',
    ratio: '1:5 같은 주식 수 둘',
    action: {
      missing: '값 (이 종류에는 있어야 합니다)',
      'not-of-this-kind': '없음 (이 종류에는 없는 값입니다)',
      'closed-day': '달력 안의 거래일',
      'not-for-this-instrument': '이 종목에 맞는 종류 (분배금은 펀드, 배당은 주식)',
      'fewer-shares': '옛 주식과 더 적은 새 주식, 10:1처럼',
      'more-shares': '옛 주식과 더 많은 새 주식, 1:5처럼',
      'too-early': 'date보다 빠르지 않은 거래일',
      'before-delivery': '다른 일의 새 주식이 오는 동안이 아닌 날',
      'before-listing': '상장일 다음의 날',
      'told-before': '한 종목에 한 번, 다른 일보다 앞서 적은 상장',
      'off-tick': '그날의 호가가격단위에 맞는 가격',
      'not-on-charts': '차트와 기록에 쓸 수 있는 종류 (listing은 만들어진 시장에만)',
    },
  },
  subjects: { call: 'tr', frame: 'frame', connection: '없음', moment: 'tr 또는 frame' },
};

const CATALOGUES: Readonly<Record<Lang, ExchangeMessages>> = { ko, en };

/** The exchange's catalogue of a language. */
export function exchangeMessages(lang: Lang): ExchangeMessages {
  return CATALOGUES[lang];
}

/** One of its messages in both languages. */
export function exchangeWords(say: (catalogue: ExchangeMessages) => string): Readonly<Record<Lang, string>> {
  return { ko: say(ko), en: say(en) };
}
