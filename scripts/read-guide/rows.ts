// Puts the rows of a table together again. A row begins with Header or Body; element names and labels that did not fit
// their columns go on in the next lines, and once in a while behind the type, on the next page.

import type { Line } from './sections.ts';

/** One row as the guide prints it, put together again. */
export interface Row {
  readonly place: 'Header' | 'Body';
  /** Number of dashes: how many lists the element is inside of. */
  readonly depth: number;
  /** Empty for a heading. */
  readonly element: string;
  readonly label: string;
  readonly type: 'String' | 'LIST' | 'Object' | null;
  readonly required: boolean | null;
  readonly length: number | null;
  /** With line breaks. */
  readonly description: string;
  /** What had to be put together again. */
  readonly repairs: readonly ('element' | 'label' | 'page break')[];
}

const ROW_START = /^(Header|Body)(?: |$)/;
const TYPE = /(?:^| )(String|LIST|Object)(?: ([YN]))?(?: (\d+))?(?: (.*)|$)/;

/** The rows of a table, in their order. */
export function readRows(lines: readonly Line[]): Row[] {
  const chunks: Line[][] = [];
  for (const line of lines) {
    if (ROW_START.test(line.text)) chunks.push([line]);
    else if (line.text.trim() !== '') chunks.at(-1)?.push(line);
  }
  return chunks.map(readRow);
}

function readRow(lines: readonly Line[]): Row {
  const [place] = ROW_START.exec(lines[0]!.text)!;
  const texts = [lines[0]!.text.slice(place.length), ...lines.slice(1).map(({ text }) => text)];
  const typeAt = texts.findIndex((text) => TYPE.test(text));
  const dashes = /^(?:- ?)*/.exec(texts[0]!)![0];
  texts[0] = texts[0]!.slice(dashes.length);
  const named = { place: place.trim() as Row['place'], depth: dashes.replaceAll(' ', '').length };
  if (typeAt === -1) {
    const label = texts.join(' ').trim();
    return {
      ...named,
      element: '',
      label,
      type: null,
      required: null,
      length: null,
      description: '',
      repairs: [],
    };
  }
  const match = TYPE.exec(texts[typeAt]!)!;
  const [, type, required, length, rest = ''] = match;
  const names = texts.slice(0, typeAt);
  const beforeType = texts[typeAt]!.slice(0, match.index).trim();
  if (beforeType !== '') names.push(beforeType);
  const { tail, description } = splitTail(lines.slice(typeAt + 1), type === 'LIST' || rest.trim() === '');
  return {
    ...named,
    ...joinNames(
      names.filter((text) => text !== ''),
      tail,
    ),
    type: type as Row['type'],
    required: required === undefined ? null : required === 'Y',
    length: length === undefined ? null : Number(length),
    description: [rest.trim(), ...description].filter((text) => text !== '').join('\n'),
  };
}

/** What follows the type: the end of the names if it opens a page and the row had no description yet, else description. */
function splitTail(lines: readonly Line[], mayBeNames: boolean): { tail: string[]; description: string[] } {
  const texts = lines.map(({ text }) => text.trim());
  const isTail = mayBeNames && lines.length === 1 && lines[0]!.isAfterBreak;
  return isTail ? { tail: texts[0]!.split(' '), description: [] } : { tail: [], description: texts };
}

const ELEMENT_PART = /^[A-Za-z0-9_]+$/;

function joinNames(
  names: readonly string[],
  tail: readonly string[],
): Pick<Row, 'element' | 'label' | 'repairs'> {
  const repairs = new Set<Row['repairs'][number]>();
  const [first = '', ...more] = names;
  const space = first.indexOf(' ');
  let element = space === -1 ? first : first.slice(0, space);
  const labels = space === -1 ? [] : [first.slice(space + 1).trim()];
  for (const part of more) {
    const isElement = labels.length === 0 && ELEMENT_PART.test(part);
    const joined = isElement ? null : /^([a-z_0-9]+) (\S.*)$/.exec(part);
    if (isElement) {
      element += part;
      repairs.add('element');
    } else if (labels.length === 0 && joined !== null) {
      element += joined[1]!;
      labels.push(joined[2]!);
      repairs.add('element');
    } else {
      if (labels.length > 0) repairs.add('label');
      labels.push(part);
    }
  }
  for (const part of tail) {
    repairs.add('page break');
    if (ELEMENT_PART.test(part)) element += part;
    else labels.push(part);
  }
  return { element, label: joinLabel(labels), repairs: [...repairs] };
}

/** The columns of a label hold nine Hangul syllables. */
const LABEL_WIDTH = 9;

/** A printed line that had room for another syllable was broken at a space, which the text lost. */
function joinLabel(lines: readonly string[]): string {
  let label = '';
  let isBrokenAtSpace = false;
  for (const line of lines) {
    label += (isBrokenAtSpace ? ' ' : '') + line.trim();
    isBrokenAtSpace = widthOf(line.trim()) + 1 <= LABEL_WIDTH && line.includes(' ');
  }
  return label;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[가-힣]/.test(character) ? 1 : character === ' ' ? 0.3 : 0.6;
  return width;
}
