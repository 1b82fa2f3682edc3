// What the market is called in Korean: parts of the day, as the calendar and as the exchange tells them, and warnings.

import type { Warning } from '#domain/instrument.ts';
import type { SessionEvent } from '#domain/market-event.ts';
import type { SessionPhase } from '#domain/session.ts';

/** Parts of the day. */
export const PHASES_KO: Readonly<Record<SessionPhase, string>> = {
  closed: '장 마감',
  'pre-market': '프리마켓',
  'opening-auction': '시가 동시호가',
  continuous: '접속매매',
  'closing-auction': '종가 동시호가',
  'post-close': '장후 시간외종가',
  'after-hours': '시간외단일가',
  'after-market-auction': '애프터마켓 단일가',
  'after-market': '애프터마켓',
  break: '쉬는 시간',
};

/** The exchange's word on the day. */
export const SESSIONS_KO: Readonly<Record<SessionEvent['phase'], string>> = {
  'before-open': '장 시작 전',
  open: '장 시작',
  'closing-auction': '종가 동시호가',
  closed: '장 마감',
  other: '기타',
};

/** Why the exchange warns about an instrument. */
export const WARNINGS_KO: Readonly<Record<Warning, string>> = {
  none: '해당 없음',
  'etf-caution': 'ETF 투자주의',
  liquidation: '정리매매',
  overheated: '단기과열',
  risk: '투자위험',
  warning: '투자경고',
};
