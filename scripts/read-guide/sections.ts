// Cuts the text of the guide into APIs and their parts. The text is what a PDF reader gives: one line per printed line,
// page feet in between, and the heads of tables and examples repeated after every page break.

/** One printed line; `isAfterBreak` marks the first of its part on a new page. */
export interface Line {
  readonly text: string;
  readonly isAfterBreak: boolean;
}

export const PARTS = [
  '기본정보',
  '개요',
  'Request',
  'Response',
  'Request Example',
  'Response Example',
] as const;
export type Part = (typeof PARTS)[number];

/** The lines of one API by part. */
export interface ApiText {
  readonly id: string;
  readonly koreanName: string;
  /** 대분류 and 중분류. */
  readonly menu: readonly [string, string];
  readonly parts: Readonly<Record<Part, readonly Line[]>>;
}

const PAGE_FOOT = /^\d+ \/ \d+$/;
const TABLE_HEAD = /^(구분 Element 한글명 Type|d Length Description$)/;
const MENU = /^메뉴 위치 (.+?) > (.+?) > .+\((\w+)\)$/;

/** Every API of the guide, in its order. Throws when the text is no guide of Kiwoom's REST API. */
export function readSections(text: string): ApiText[] {
  const apis: ApiText[] = [];
  let menu: readonly [string, string] | null = null;
  let koreanName: string | null = null;
  let lines: Line[] | null = null;
  let isAfterBreak = false;
  for (const line of text.split(/\r?\n/)) {
    if (PAGE_FOOT.test(line)) {
      isAfterBreak = true;
    } else if (line === '키움 REST API') {
      lines = null;
    } else if (MENU.test(line)) {
      const [, major, minor] = MENU.exec(line)!;
      menu = [major!, minor!];
    } else if (line.startsWith('API 명 ')) {
      koreanName = line.slice('API 명 '.length).trim();
    } else if (line.startsWith('API ID ') && menu !== null && koreanName !== null) {
      apis.push({ id: line.slice('API ID '.length).trim(), koreanName, menu, parts: emptyParts() });
      lines = null;
    } else if (apis.length > 0 && isPart(line)) {
      lines = apis.at(-1)!.parts[line] as Line[];
      isAfterBreak &&= lines.length > 0;
    } else if (lines !== null && line.trim() !== '' && !TABLE_HEAD.test(line)) {
      lines.push({ text: line, isAfterBreak });
      isAfterBreak = false;
    }
  }
  if (apis.length === 0) throw new Error('no API found: is this the text of the guide?');
  return apis;
}

function isPart(line: string): line is Part {
  return (PARTS as readonly string[]).includes(line);
}

function emptyParts(): Record<Part, Line[]> {
  return {
    기본정보: [],
    개요: [],
    Request: [],
    Response: [],
    'Request Example': [],
    'Response Example': [],
  };
}
