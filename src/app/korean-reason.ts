// Reasons in Korean. What the engine and the client write down about an order or a connection is kept in English, once, for
// the ledger and for recordings; here it is turned into Korean for whoever reads along.

import { ERROR_MEANINGS } from '#adapters/kiwoom/errors/error-codes.ts';
import { OWN_MEANINGS } from '#adapters/kiwoom/errors/error-table.ts';
import { CLOSE_CODES } from '#adapters/kiwoom/errors/socket-codes.ts';

/** What src/engine notes about the end of an order. */
const NOTES: Readonly<Record<string, string>> = {
  'withdrawn before it was sent': '보내기 전에 거두어들임',
  'never reached the broker': '증권사 주문 내역에 없음',
  'rejected by the broker': '증권사가 거부함',
  'closed by the broker': '증권사가 종료함',
  'cancelled at our request': '요청대로 취소됨',
  'cancelled outside hwangso': 'hwangso 밖에서 취소됨',
  'modified outside hwangso': 'hwangso 밖에서 정정됨',
  'a day order of an earlier day': '지난 거래일의 주문',
  'nothing left of it in the lists of the broker': '증권사 주문 내역에 남은 수량이 없음',
};

/** By code. Longest first: one sentence may be part of another. */
const MEANINGS = Object.entries({ ...OWN_MEANINGS, ...ERROR_MEANINGS, ...CLOSE_CODES }).toSorted(
  ([, a], [, b]) => b.en.length - a.en.length,
);

/** The reason with our own sentences in Korean; codes, addresses and the broker's words stay as they are. */
export function koreanReason(reason: string): string {
  const note = NOTES[reason];
  if (note !== undefined) return note;
  const possible = MEANINGS.filter(([, { en }]) => reason.includes(en));
  // Codes may share an English sentence and differ in the Korean one.
  const known = (possible.find(([code]) => reason.includes(`[${code}]`)) ?? possible[0])?.[1];
  return known === undefined ? reason : reason.replace(known.en, () => known.ko);
}
