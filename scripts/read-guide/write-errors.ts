// Writes docs/kiwoom/errors.md, every error with its meaning and what helps, and reads the codes of the guide's table, so
// that a guide with a new code is noticed.

import type { ErrorSource, ListedError } from '../../src/adapters/kiwoom/errors/error-list.ts';

const TITLES: Readonly<Record<ErrorSource, string>> = {
  guide: 'Kiwoom’s guide (공통 오류코드)',
  answer: 'Inside answers, not in the guide',
  socket: 'WebSocket answers and SYSTEM frames',
  close: 'WebSocket close codes',
  'return-code': 'return_code without a code inside',
  http: 'HTTP status without a code inside',
  own: 'On our side of the wire',
};

/** The page of all errors. */
export function errorsPage(errors: readonly ListedError[]): string {
  const sections = (Object.keys(TITLES) as ErrorSource[]).flatMap((source) => {
    const ofSource = errors.filter((error) => error.source === source);
    return [
      `## ${TITLES[source]}`,
      '',
      '| Code | Kind | 뜻 / Meaning | 할 일 / What helps | Again later? | Certainly no effect? |',
      '|---|---|---|---|---|---|',
      ...ofSource.map(row),
      '',
    ];
  });
  return [
    '<!-- Written by scripts/read-guide from src/adapters/kiwoom/errors/error-list.ts; do not edit. -->',
    '',
    '# Errors',
    '',
    '“Again later?”: the same request may succeed later; queries are then sent again by themselves. “Certainly no effect?”: it is',
    'proven that nothing was accepted. An order without that proof is looked up in the broker’s lists and never sent again.',
    '',
    '“Again later?”가 yes이면 같은 요청이 나중에 성공할 수 있고, 조회는 자동으로 다시 보냅니다. “Certainly no effect?”가 yes이면',
    '요청이 받아들여지지 않았음이 확실합니다. 확실하지 않은 주문은 다시 보내지 않고 조회로 결과를 찾습니다.',
    '',
    ...sections,
  ].join('\n');
}

function row({ code, kind, text, advice, retryable, definite }: ListedError): string {
  const cells = [
    `\`${code}\``,
    kind,
    `${text.ko}<br>${text.en}`,
    `${advice.ko}<br>${advice.en}`,
    answerOf(retryable),
    answerOf(definite),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function answerOf(judgement: boolean | null): string {
  if (judgement === null) return 'depends';
  return judgement ? 'yes' : 'no';
}

const TABLE_HEAD = 'No, 오류코드 오류메시지';

/** The codes of the guide's table of common errors, in its order. */
export function readErrorCodes(guide: string): readonly string[] {
  const at = guide.indexOf(TABLE_HEAD);
  if (at < 0) return [];
  const lines = guide.slice(at).matchAll(/^\d{1,2} (\d{4}) \S/gm);
  return [...lines].map(([, code]) => code!);
}
