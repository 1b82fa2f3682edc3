// What commander says of a wrong command line, in both languages. Its own text is English and names the words at fault
// in quotes; the code says which sentence it is.

import type { Lang, Words } from '#app/messages.ts';

const KOREAN: Readonly<Record<string, (first: string, second: string) => string>> = {
  'commander.unknownCommand': (name) => `모르는 명령입니다: ${name}`,
  'commander.unknownOption': (name) => `모르는 옵션입니다: ${name}`,
  'commander.missingArgument': (name) => `인자가 빠졌습니다: ${name}`,
  'commander.optionMissingArgument': (name) => `값이 필요한 옵션입니다: ${name}`,
  'commander.missingMandatoryOptionValue': (name) => `반드시 필요한 옵션입니다: ${name}`,
  'commander.excessArguments': () => '인자가 너무 많습니다',
  'commander.conflictingOption': (one, other) => `함께 쓸 수 없는 옵션입니다: ${one}, ${other}`,
  'commander.invalidArgument': (option, value) => `${option}에 쓸 수 없는 값입니다: ${value}`,
};

/** One or two lines for the error stream. `message` is commander's. */
export function usageErrorText(code: string, message: string, lang: Lang): string {
  const text = message.replace(/^error: /, '').trim();
  const korean = KOREAN[code];
  if (lang === 'en' || korean === undefined) return text;
  const [first = '', second = ''] = [...text.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted!);
  const meant = /\(Did you mean (.+)\?\)/.exec(text)?.[1];
  const allowed = /is invalid[^.]*\. (.+)/.exec(text)?.[1];
  const isArgument = text.startsWith('command-argument'); // names the value first, then the argument
  return [
    isArgument ? korean(second, first) : korean(first, second),
    ...(allowed === undefined ? [] : [`  ${translateAllowed(allowed)}`]),
    ...(meant === undefined ? [] : [`  혹시 ${meant}입니까?`]),
  ].join('\n');
}

function translateAllowed(text: string): string {
  return text.replace(/^Allowed choices are (.+)\.$/, '쓸 수 있는 값: $1');
}

/** What a value parser of ours expects; its text stands in commander's message in the language of the run. */
export const EXPECTED_VALUES = {
  date: { ko: '실제 날짜를 YYYY-MM-DD로 쓰십시오.', en: 'Expected an existing day YYYY-MM-DD.' },
  quantity: { ko: '1 이상의 주식 수를 쓰십시오.', en: 'Expected a number of shares, at least 1.' },
  price: { ko: '1원 이상의 가격을 원 단위로 쓰십시오.', en: 'Expected a price in whole won, at least 1.' },
  symbol: { ko: '005930 같은 여섯 글자 종목 코드를 쓰십시오.', en: 'Expected a symbol such as 005930.' },
  wholeNumber: { ko: '0 이상의 정수를 쓰십시오.', en: 'Expected a whole number, 0 or more.' },
  positive: { ko: '0보다 큰 수를 쓰십시오.', en: 'Expected a number greater than 0.' },
  rate: { ko: '1,5처럼 쓰거나 off로 쓰십시오.', en: 'Expected two rates such as 1,5, or off.' },
  port: { ko: '0부터 65535까지의 포트를 쓰십시오.', en: 'Expected a port from 0 to 65535.' },
  market: { ko: 'KOSPI, KOSDAQ, KONEX 중에서 쓰십시오.', en: 'Expected KOSPI, KOSDAQ or KONEX.' },
  kind: { ko: 'stock, etf, etn, elw 중에서 쓰십시오.', en: 'Expected stock, etf, etn or elw.' },
  period: {
    ko: '1m, 3m, 5m, 10m, 15m, 30m, 60m, 1d 중에서 쓰십시오.',
    en: 'Expected periods out of 1m, 3m, 5m, 10m, 15m, 30m, 60m, 1d.',
  },
} as const satisfies Readonly<Record<string, Words>>;
