// The pieces of a self-contained HTML page. Text becomes HTML only through the `html` tag, which escapes every value
// put into it, so no name or reason can become markup or script.

import { readFileSync } from 'node:fs';
import type { Lang, Words } from '#domain/words.ts';
import { LABELS, type LabelKey } from './labels.ts';
import { PAGE_STYLE } from './page-style.ts';

/** Markup that is safe to put into a page. Made only by this file. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | string | number | null | readonly HtmlValue[];

/** A template whose values are escaped, joined when they are lists, and left out when they are null. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, i) => text + toHtml(values[i - 1] ?? null) + part));
}

/** `text` with the five characters that mean something in HTML replaced. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A label in both languages; the page shows one of them. */
export function both(words: LabelKey | Words): Html {
  const { ko, en } = typeof words === 'string' ? LABELS[words] : words;
  return ko === en ? html`${ko}` : html`<span lang="ko">${ko}</span><span lang="en">${en}</span>`;
}

/** Data for the page's script, as an element of its own that cannot end early. */
export function embeddedJson(id: string, data: unknown): Html {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new Html(`<script type="application/json" id="${escapeHtml(id)}">${text}</script>`);
}

/** A script of our own or of a library. Its text must not come from data. */
export function inlineScript(source: string): Html {
  return new Html(`<script>${source.replaceAll('</script', '<\\/script')}</script>`);
}

/** How a number shows its direction: a class for the colour, beside the sign in its text. */
export function directionOf(value: number | null): 'up' | 'down' | 'flat' {
  if (value === null || value === 0) return 'flat';
  return value > 0 ? 'up' : 'down';
}

/** One figure of the summary; `direction` colours it by the sign of the number given. */
export function card(
  name: LabelKey,
  text: string,
  options: { direction?: number | null; note?: HtmlValue } = {},
): Html {
  const { direction = null, note = null } = options;
  return html`<div class="card"><dt>${both(name)}</dt><dd class="${directionOf(direction)}">${text}</dd>${
    note === null ? null : html`<dd class="note">${note}</dd>`
  }</div>`;
}

/** One cell of a table: what it shows, and what it is sorted by where that differs. */
export interface Cell {
  readonly content: HtmlValue;
  readonly sort?: number | string;
  readonly direction?: number | null;
  readonly isText?: boolean;
}

/** A cell of text, set to the left. */
export function textCell(content: HtmlValue): Cell {
  return { content, isText: true };
}

/** A cell of a number, set to the right and sorted as a number. */
export function numberCell(value: number | null, format: (value: number | null) => string): Cell {
  return { content: format(value), ...(value === null ? {} : { sort: value }) };
}

/** A number whose sign matters. */
export function signedCell(value: number | null, format: (value: number | null) => string): Cell {
  return { ...numberCell(value, format), direction: value };
}

export interface TableOptions {
  readonly head: readonly (LabelKey | Words)[];
  readonly rows: readonly (readonly Cell[])[];
  /** Shown under the rows and never sorted among them. */
  readonly foot?: readonly Cell[];
  readonly isSortable?: boolean;
  /** A class for the row at `index`, such as `different`. */
  readonly rowClass?: (index: number) => string;
}

/** A table that scrolls sideways on a narrow screen. Columns are aligned by the first row. */
export function table({ head, rows, foot, isSortable = false, rowClass = () => '' }: TableOptions): Html {
  const alignment = (index: number) => ((rows[0] ?? foot)?.[index]?.isText ? 'text' : 'number');
  const headings = head.map((words, i) => {
    const content = isSortable ? html`<button type="button">${both(words)}</button>` : both(words);
    return html`<th scope="col" class="${alignment(i)}">${content}</th>`;
  });
  return html`<div class="scroll"><table${isSortable ? html` class="sortable"` : null}><thead><tr>${headings}</tr></thead>
<tbody>${rows.map((row, i) => html`<tr class="${rowClass(i)}">${row.map(tableCell)}</tr>\n`)}</tbody>
${foot === undefined ? null : html`<tfoot><tr>${foot.map(tableCell)}</tr></tfoot>`}</table></div>`;
}

function tableCell({ content, sort, direction, isText }: Cell): Html {
  const classes = [isText ? 'text' : 'number', direction === undefined ? '' : directionOf(direction)]
    .join(' ')
    .trim();
  const sortKey = sort === undefined ? null : html` data-sort="${sort}"`;
  return html`<td class="${classes}"${sortKey}>${content}</td>`;
}

/** A part of the page with a heading; null when there is nothing to show. */
export function section(name: LabelKey, content: HtmlValue): Html {
  return html`<section><h2>${both(name)}</h2>${content}</section>\n`;
}

export interface PageOptions {
  readonly lang: Lang;
  readonly kind: LabelKey;
  /** Shown beside the kind, such as the backtest's name or the day. */
  readonly title: string;
  readonly subtitle: HtmlValue;
  readonly body: HtmlValue;
  readonly footer?: HtmlValue;
  /** Put at the end, in this order. */
  readonly scripts?: readonly Html[];
}

/** A whole page. Its content security policy lets it load nothing: what it shows is inside the file. */
export function page({
  lang,
  kind,
  title,
  subtitle,
  body,
  footer = null,
  scripts = [],
}: PageOptions): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
  return html`<!doctype html>
<html lang="${lang}" data-lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title} · hwangso</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<header><div><p class="kind">${both(kind)}</p><h1>${title}</h1><p class="subtitle">${subtitle}</p></div>
<button type="button" id="switch-language" aria-label="한국어 / English"><span lang="ko">English</span><span lang="en">한국어</span></button></header>
<main>${body}</main>
<footer>${footer}</footer>
${inlineScript(PAGE_SCRIPT)}${scripts}
</body>
</html>
`.text;
}

const PAGE_SCRIPT = readFileSync(new URL('./page-script.js', import.meta.url), 'utf8');

function toHtml(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(toHtml).join('');
  return escapeHtml(String(value));
}
