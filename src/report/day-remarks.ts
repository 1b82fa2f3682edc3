// What went wrong on a day, in both languages: halts, orders that came to nothing, differences to the broker. The ledger
// keeps its reasons in English; whoever builds a report brings the Korean of them along.

import type { SnapshotOccasion } from '#domain/broker-event.ts';
import type { Difference, LedgerRecord } from '#domain/ledger-record.ts';
import type { OrderStatus } from '#domain/order.ts';
import type { Lang, Words } from '#domain/words.ts';
import { formatWhole } from './format.ts';

/** A reason of the ledger in Korean; a person's own words come back as they are. */
export type KoreanOf = (reason: string) => string;

/** What a person would want to read of the record in the evening; null for most. */
export function remarkOf(record: LedgerRecord, koreanOf: KoreanOf): Words | null {
  switch (record.type) {
    case 'adjusted':
      return { ko: `차이 조정: ${record.reason}`, en: `adjusted: ${record.reason}` };
    case 'halted':
    case 'resumed': {
      const what = LATCHES[record.type][record.scope];
      return { ko: `${what.ko}: ${koreanOf(record.reason)}`, en: `${what.en}: ${record.reason}` };
    }
    case 'order-changed': {
      const { orderId, status, note } = record;
      const what = ENDS[status];
      if (what === undefined) return null;
      return { ko: `주문 ${orderId} ${what}: ${koreanOf(note)}`, en: `order ${orderId} ${status}: ${note}` };
    }
    case 'reconciled': {
      const { differences, snapshot } = record;
      if (differences.length === 0) return null;
      const lines = (lang: Lang): string => differences.map((one) => differenceText(one, lang)).join(', ');
      return {
        ko: `증권사 장부와의 차이 (${OCCASIONS[snapshot.occasion]}): ${lines('ko')}`,
        en: `differences to the broker's books (${snapshot.occasion}): ${lines('en')}`,
      };
    }
    default:
      return null;
  }
}

/** Ours against theirs: `cash 10,000,000 ≠ 9,999,999`. */
export function differenceText({ subject, about, ours, theirs }: Difference, lang: Lang): string {
  const what = [SUBJECTS[subject][lang], about].filter((word) => word !== null).join(' ');
  return `${what} ${formatWhole(ours)} ≠ ${formatWhole(theirs)}`;
}

const LATCHES = {
  halted: {
    all: { ko: '주문 중지 (전체)', en: 'halted (all)' },
    buys: { ko: '주문 중지 (매수)', en: 'halted (buys)' },
  },
  resumed: {
    all: { ko: '주문 재개 (전체)', en: 'resumed (all)' },
    buys: { ko: '주문 재개 (매수)', en: 'resumed (buys)' },
  },
} as const satisfies Record<string, Record<string, Words>>;

/** The ends of an order that a person should know of. */
const ENDS: Readonly<Partial<Record<OrderStatus, string>>> = {
  unknown: '결과를 아직 모름',
  rejected: '증권사 거부',
  absent: '증권사에 닿지 않음',
};

const OCCASIONS: Readonly<Record<SnapshotOccasion, string>> = {
  start: '시작',
  reconnect: '재접속',
  lookup: '조회',
  periodic: '정기',
  'day-end': '마감',
};

const SUBJECTS: Readonly<Record<Difference['subject'], Words>> = {
  cash: { ko: 'D+2 예수금', en: 'cash' },
  holding: { ko: '보유 수량', en: 'holding' },
  'holding-cost': { ko: '매입 금액', en: 'cost of holding' },
  fill: { ko: '주문 체결 수량', en: 'filled of order' },
};
