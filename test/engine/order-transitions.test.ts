// The life of an order, pinned as a table, and what must hold of any path through it.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderStatus } from '#domain/order.ts';
import { isOpen, nextStatus, type OrderHappening } from '#engine/order-transitions.ts';

const STATUSES = Object.keys({
  intended: 1,
  unknown: 1,
  acknowledged: 1,
  working: 1,
  'partly-filled': 1,
  filled: 1,
  cancelled: 1,
  rejected: 1,
  expired: 1,
  absent: 1,
} satisfies Record<OrderStatus, 1>) as OrderStatus[];

const HAPPENINGS = Object.keys({
  acknowledged: 1,
  rejected: 1,
  withdrawn: 1,
  'answer-lost': 1,
  accepted: 1,
  'part-filled': 1,
  'fully-filled': 1,
  cancelled: 1,
  expired: 1,
  'proven-absent': 1,
} satisfies Record<OrderHappening, 1>) as OrderHappening[];

test('the whole table is as it was decided', () => {
  const width = 14;
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => cell.padEnd(width))
      .join('')
      .trimEnd();
  const rows = STATUSES.map((status) =>
    line([status, ...HAPPENINGS.map((happening) => nextStatus(status, happening) ?? '-')]),
  );
  expect(`\n${[line(['', ...HAPPENINGS]), ...rows].join('\n')}\n`).toMatchInlineSnapshot(`
    "
                  acknowledged  rejected      withdrawn     answer-lost   accepted      part-filled   fully-filled  cancelled     expired       proven-absent
    intended      acknowledged  rejected      absent        unknown       working       partly-filled filled        cancelled     expired       absent
    unknown       acknowledged  rejected      -             unknown       working       partly-filled filled        cancelled     expired       absent
    acknowledged  acknowledged  rejected      -             -             working       partly-filled filled        cancelled     expired       -
    working       working       rejected      -             -             working       partly-filled filled        cancelled     expired       -
    partly-filled partly-filled -             -             -             partly-filled partly-filled filled        cancelled     expired       -
    filled        filled        -             -             -             filled        -             -             filled        filled        -
    cancelled     cancelled     -             -             -             cancelled     cancelled     filled        cancelled     cancelled     -
    rejected      -             rejected      -             -             -             partly-filled filled        -             -             -
    expired       expired       -             -             -             expired       expired       filled        expired       expired       -
    absent        acknowledged  rejected      -             -             working       partly-filled filled        cancelled     -             -
    "
  `);
});

describe.each(STATUSES)('an order that is %s', (status) => {
  test('is filled once all its shares are, whatever was believed before', () => {
    const next = nextStatus(status, 'fully-filled');
    expect(next).toBe(status === 'filled' ? null : 'filled');
  });

  test.each(HAPPENINGS)('is told the same when it is told twice: %s', (happening) => {
    const once = nextStatus(status, happening);
    if (once === null) return;
    expect([once, null]).toContain(nextStatus(once, happening));
  });
});

describe('on any path', () => {
  const path = fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 12 });
  const walk = (happenings: readonly OrderHappening[]): OrderStatus[] => {
    const passed: OrderStatus[] = ['intended'];
    for (const happening of happenings) {
      const status = passed.at(-1)!;
      passed.push(nextStatus(status, happening) ?? status);
    }
    return passed;
  };

  test('a filled order stays filled', () => {
    fc.assert(
      fc.property(path, path, (before, after) => {
        expect(walk([...before, 'fully-filled', ...after]).at(-1)).toBe('filled');
      }),
    );
  });

  test('an order with shares is never taken as rejected or absent', () => {
    fc.assert(
      fc.property(path, path, (before, after) => {
        const passed = walk([...before, 'part-filled', ...after]).slice(before.length + 1);
        expect(passed).not.toContain('rejected');
        expect(passed).not.toContain('absent');
      }),
    );
  });

  test('a closed order opens again only when the broker shows that it stands', () => {
    const proofs: readonly OrderHappening[] = ['acknowledged', 'accepted', 'part-filled'];
    fc.assert(
      fc.property(path, (happenings) => {
        const passed = walk(happenings);
        happenings.forEach((happening, index) => {
          const opened = !isOpen(passed[index]!) && isOpen(passed[index + 1]!);
          if (opened) expect(proofs).toContain(happening);
        });
      }),
    );
  });
});

test.each(STATUSES.map((status) => [status, isOpen(status)]))('%s counts as exposure: %s', (status, open) => {
  const exposed = ['intended', 'unknown', 'acknowledged', 'working', 'partly-filled'];
  expect(open).toBe(exposed.includes(String(status)));
});
