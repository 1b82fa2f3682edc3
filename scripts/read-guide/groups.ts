// Our names of the guide's groups (대분류 > 중분류), which are also the names of their files.

const GROUPS: Readonly<Record<string, string>> = {
  접근토큰발급: 'oauth',
  접근토큰폐기: 'oauth',
  종목정보: 'stock-info',
  계좌: 'account',
  시세: 'quotes',
  '기관/외국인': 'institutions',
  업종: 'industries',
  공매도: 'short-selling',
  순위정보: 'rankings',
  ELW: 'elw',
  차트: 'charts',
  대차거래: 'lending',
  조건검색: 'conditions',
  ETF: 'etf',
  테마: 'themes',
  주문: 'orders',
  신용주문: 'credit-orders',
  실시간시세: 'real-time',
};

/** Our name of a group. Throws for a group that has none yet. */
export function groupOf([, minor]: readonly [string, string]): string {
  const group = GROUPS[minor];
  if (group === undefined) throw new Error(`scripts/read-guide/groups.ts has no name for the group ${minor}`);
  return group;
}
