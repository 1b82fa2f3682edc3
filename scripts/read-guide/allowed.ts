// Reads the values that a description lists: `0:전체, 1:매수`, `당일 : 1, 전일 : 2`, `KRX,NXT,SOR`, `0 or 1`. Only codes and
// their labels are kept; sentences are not.

/** The values of an element; `isOpen` when the guide lists some out of more. */
export interface Listed {
  readonly values: Readonly<Record<string, string>>;
  readonly isOpen: boolean;
}

const MORE_SIGNS = /나머지|,,|\.\.|입력\s?가능|[0-9]자리\s?입력/;
const CODE_FIRST = /(?<=^|[\s,.(]|[가-힣](?=[A-Z]:))([0-9A-Z%]{1,12})\s*[:;]\s*/g;

/** What `description` (lines as printed) lists; null when it lists nothing. */
export function readListed(description: string): Listed | null {
  const text = description
    .replace(/\(연도4자리[^)]*\)/g, '')
    .replace(/ (\d)\.(?=[가-힣])/g, ', $1:')
    .replace(/\n/g, '');
  if (/거래소별 종목코드|TR 명|YYYYMMDD|^계약,주$/.test(text)) return null;
  const values = fixedValue(text) ?? plainList(text) ?? labelFirst(text) ?? codeFirst(description, text);
  const count = Object.keys(values).length;
  if (count === 0) return null;
  const isFixed = /고정값|client_credentials|K:KRX|:\s?조건검색/.test(text);
  return { values, isOpen: MORE_SIGNS.test(text) || (count === 1 && !isFixed) };
}

function fixedValue(text: string): Record<string, string> | null {
  const value = /^([A-Za-z_]{4,}) ?(?:고정값|입력)?$/.exec(text)?.[1];
  return value === undefined ? null : { [value]: '' };
}

function plainList(text: string): Record<string, string> | null {
  const isList = /^[A-Z가-힣]+( ?, ?[A-Z가-힣]+)+$/.test(text) || /^\w+ or \w+$/.test(text);
  return isList ? Object.fromEntries(text.split(/ ?, ?| or /).map((value) => [value, ''])) : null;
}

/** `코스피:0, 코스닥:1`: only when the first item is written that way. */
function labelFirst(text: string): Record<string, string> | null {
  const list = text.replace(/^.*\((?=전체:)/, '');
  if (!/^[가-힣]+\s*:\s*[0-9]/.test(list)) return null;
  const values: Record<string, string> = {};
  for (const [, label, code] of list.matchAll(/([^,:()]+?)\s*:\s*([0-9A-Z]+)(?=[\s,.)]|$)/g)) {
    values[code!] = label!.trim();
  }
  return values;
}

function codeFirst(description: string, text: string): Record<string, string> {
  const values: Record<string, string> = {};
  // A code at the beginning of a line follows the label of the line before without a comma.
  const flat = description.includes('\n') ? description.replace(/\n(?=\s*[0-9A-Z%]{1,5}\s*:)/g, ', ') : text;
  const one = flat.replace(/\n/g, '').replace(/ (\d)\.(?=[가-힣])/g, ', $1:');
  const found = [...one.matchAll(CODE_FIRST)];
  found.forEach((match, i) => {
    const label = one.slice(match.index + match[0].length, found[i + 1]?.index ?? one.length);
    values[match[1]!] ??= cleanLabel(label);
  });
  return values;
}

/** The label without what the guide goes on to explain. */
function cleanLabel(text: string): string {
  return text
    .replace(/ (?:나머지 )?※.*$/, '')
    .replace(/,? *\d{2,3}일까지.*$/, '')
    .replace(/\(Default\).*$/, '')
    .replace(/ , 데이터.*$/, '')
    .replace(/\(ETF인 경우.*$/, '')
    .replace(/[\s,.(]+$/, '')
    .trim();
}
