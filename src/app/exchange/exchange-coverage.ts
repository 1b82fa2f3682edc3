// What the exchange answers of the guide's APIs, as rows for programs and as a table for people.

import { type Coverage, coverage } from '#adapters/kiwoom-server/coverage.ts';
import { textTable } from '../../report/text-table.ts';
import type { Lang } from '../messages.ts';
import { exchangeMessages } from './exchange-messages.ts';

/** Every API of the guide, answered or not. */
export function coverageRows(): readonly Coverage[] {
  return coverage();
}

/** A table by groups, and the count. */
export function coverageLines(lang: Lang): string {
  const say = exchangeMessages(lang);
  const rows = coverage();
  const answered = rows.filter(({ isAnswered }) => isAnswered).length;
  const table = textTable(
    say.coverageHead,
    rows.map(({ id, group, name, isAnswered, why }) => [
      id,
      group,
      name[lang],
      isAnswered ? say.yes : say.no,
      why?.[lang] ?? '',
    ]),
    [0, 1, 2, 3, 4],
  );
  return `${table}\n${say.coverageCount(answered, rows.length)}\n`;
}
