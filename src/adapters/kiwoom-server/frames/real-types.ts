// The real-time types this server sends, with the names its frames give them.

/** `name` of each real-time type, as the guide's examples print it; 0A as recorded (kiwoom-wire 1.16). */
export const TYPE_NAMES = {
  '00': '주문체결',
  '04': '현물잔고',
  '0A': '주식시세',
  '0B': '주식체결',
  '0C': '주식우선호가',
  '0D': '주식호가잔량',
  '0E': '주식시간외호가',
  '0F': '주식당일거래원',
  '0G': 'ETF NAV',
  '0H': '주식예상체결',
  '0J': '업종지수',
  '0U': '업종등락',
  '0g': '주식종목정보',
  '0s': '장시작시간',
  '0w': '종목별프로그램매매',
  '1h': 'VI발동/해제',
} as const;

export type RealType = keyof typeof TYPE_NAMES;

/** True for a type that frames are sent of. */
export function isServedType(type: string): type is RealType {
  return Object.hasOwn(TYPE_NAMES, type);
}
