// A running session told to a person, one short line a fact: orders, fills, refusals, halts, what the books look like.

import type { EngineEvent } from '#domain/engine-event.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { WatchRefusedEvent } from '#domain/market-event.ts';
import type { OrderRequest } from '#domain/order.ts';
import { kstClockText } from '#domain/time.ts';
import { differenceText, remarkOf } from '../../report/day-remarks.ts';
import { koreanReason } from '../korean-reason.ts';
import { SESSIONS_KO } from '../market-words.ts';
import { describeRefusal, describeStatus, type Lang } from '../messages.ts';
import { PRICING_KO } from '../orders/order-messages.ts';

/** Says what a record means, without its time; null for records nobody wants to read. */
export function narrateRecord(record: LedgerRecord, lang: Lang): string | null {
  const text = sayRecord(record, lang === 'ko');
  return text === null ? null : `${kstClockText(record.at)} ${text}`;
}

/** Says what an event means; null for those nobody wants to read. */
export function narrateEvent(event: EngineEvent, lang: Lang): string | null {
  const text = sayEvent(event, lang === 'ko');
  return text === null ? null : `${kstClockText(event.at)} ${text}`;
}

function sayRecord(record: LedgerRecord, ko: boolean): string | null {
  switch (record.type) {
    case 'opened':
      return ko ? '계좌 잔고를 원장에 옮겼습니다' : 'took over the balances of the account';
    case 'day-opened':
      return ko
        ? `${record.tradeDate} 거래일 시작, 평가자산 ${won(record.equity, ko)}`
        : `trading day ${record.tradeDate} begins with equity of ${won(record.equity, ko)}`;
    case 'order-intended':
      return `${sayOrder(record.request, ko)} (${record.request.reason})`;
    case 'order-observed':
      return `${ko ? '외부 주문' : 'order placed elsewhere'}: ${sayOrder(record.request, ko)}`;
    case 'order-refused':
      return `${ko ? '거부' : 'refused'} ${sayOrder(record.request, ko)}: ${describeRefusal(ko ? 'ko' : 'en', record.refusal)}`;
    case 'filled':
      return sayFill(record.fill, ko);
    case 'order-changed':
      return sayChange(record, ko);
    case 'reconciled':
      return sayReconciled(record, ko);
    case 'halted':
    case 'resumed':
    case 'adjusted':
      return remarkOf(record, koreanReason)?.[ko ? 'ko' : 'en'] ?? null;
    case 'day-closed':
      return ko
        ? `${record.tradeDate} 거래일 마감, 평가자산 ${won(record.equity, ko)}`
        : `trading day ${record.tradeDate} closed with equity of ${won(record.equity, ko)}`;
    case 'cancel-intended':
      return `${ko ? '취소 요청' : 'cancelling'} ${record.orderId}`;
  }
}

function sayEvent(event: EngineEvent, ko: boolean): string | null {
  switch (event.type) {
    case 'feed-up':
      return ko ? '실시간 연결됨' : 'real-time feed connected';
    case 'feed-down':
      return ko ? `실시간 연결 끊김: ${koreanReason(event.reason)}` : `real-time feed lost: ${event.reason}`;
    case 'session':
      if (event.phase === 'other') return null;
      return ko
        ? `장 상태: ${SESSIONS_KO[event.phase]} (${event.code})`
        : `session: ${event.phase} (${event.code})`;
    case 'watch-refused':
      return sayWatchRefused(event, ko);
    case 'poll-failed':
      return ko
        ? `조회 ${event.poll} (${event.query}) 실패: ${event.code}. 다음 차례에 다시 조회합니다`
        : `poll ${event.poll} (${event.query}) failed: ${event.code}; it is asked again when it is next due`;
    default:
      return null;
  }
}

function sayWatchRefused(refused: WatchRefusedEvent, ko: boolean): string {
  const { what, about, code, limit, actual, detail } = refused;
  const words = WATCH_WORDS[ko ? 'ko' : 'en'];
  const numbers = limit === null ? null : `${actual ?? '?'} / ${limit}`;
  const why = [words[code], numbers, detail].filter((part) => part !== null).join(' · ');
  return `${words[what]} ${about}: ${why}`;
}

const WATCH_WORDS = {
  ko: {
    instrument: '실시간 시세를 받을 수 없음',
    stream: '실시간 항목을 받을 수 없음',
    condition: '조건검색을 받을 수 없음',
    'limit-reached': '등록 한도에 이름',
    unknown: '증권사가 모름',
    rejected: '증권사가 거부함',
  },
  en: {
    instrument: 'no market data of',
    stream: 'no messages of the stream',
    condition: 'no results of the condition',
    'limit-reached': 'as many are registered as may be',
    unknown: 'the broker does not know it',
    rejected: 'the broker said no',
  },
} as const;

function sayOrder({ side, symbol, quantity, pricing, strategy }: OrderRequest, ko: boolean): string {
  const price =
    pricing.type === 'limit' ? won(pricing.price, ko) : ko ? PRICING_KO[pricing.type] : pricing.type;
  if (ko) return `${strategy}: ${symbol} ${quantity}주 ${side === 'buy' ? '매수' : '매도'} ${price}`;
  return `${strategy}: ${side} ${quantity} ${symbol} ${price}`;
}

function sayFill(fill: Extract<LedgerRecord, { type: 'filled' }>['fill'], ko: boolean): string {
  const { symbol, side, quantity, amount, commission, tax } = fill;
  const average = won(Math.round(amount / quantity), ko);
  const costs = won(commission + tax, ko);
  if (ko)
    return `체결: ${symbol} ${quantity}주 ${side === 'buy' ? '매수' : '매도'} @ ${average}, 비용 ${costs}`;
  return `filled: ${side} ${quantity} ${symbol} @ ${average}, costs ${costs}`;
}

function sayChange(change: Extract<LedgerRecord, { type: 'order-changed' }>, ko: boolean): string | null {
  const { orderId, status } = change;
  const note = ko ? koreanReason(change.note) : change.note;
  if (status === 'acknowledged' || status === 'working') return null;
  const word = ko ? describeStatus('ko', status) : status;
  return `${ko ? '주문' : 'order'} ${orderId} ${word}${note === '' ? '' : `: ${note}`}`;
}

function sayReconciled(record: Extract<LedgerRecord, { type: 'reconciled' }>, ko: boolean): string {
  const { differences } = record;
  if (differences.length === 0)
    return ko ? '원장과 증권사 장부가 일치합니다' : "our books equal the broker's";
  const lines = differences.map((difference) => differenceText(difference, ko ? 'ko' : 'en'));
  return `${ko ? '원장과 증권사 장부의 차이' : "our books differ from the broker's"}: ${lines.join(', ')}`;
}

function won(amount: number, ko: boolean): string {
  return `${amount.toLocaleString('en-US')}${ko ? '원' : ' won'}`;
}
