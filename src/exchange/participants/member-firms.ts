// The member firms whose codes are known to us, part of the real ones, with how much of each group of customers comes
// through them. Codes and names are those of the guide's examples (ka10102, ka10040) and of public lists; the shares are ours.

export type MemberCode = string;

/** A broker that is a member of the exchange. */
export interface MemberFirm {
  readonly code: MemberCode;
  readonly name: string;
  /** A house from abroad: what comes through these is told as "foreign" long before anybody knows the investors. */
  readonly isForeign: boolean;
  /** Shares of its group's orders, in thousandths. */
  readonly weights: Readonly<Record<CustomerGroup, number>>;
}

/** Whose orders a member passes on. */
export type CustomerGroup = 'retail' | 'foreign' | 'institution';

/** The member all accounts of this exchange trade through. */
export const KIWOOM: MemberCode = '050';

/** By code. */
export const MEMBER_FIRMS: readonly MemberFirm[] = [
  firm('001', '교  보', 10, 2, 40),
  firm('002', '신한금융투자', 60, 55, 85),
  firm('003', '한국투자증권', 100, 55, 125),
  firm('004', '대  신', 40, 5, 35),
  firm('005', '미래대우', 130, 50, 125),
  firm('006', '신  영', 8, 2, 40),
  firm('008', '유진투자증권', 16, 3, 35),
  firm('009', '한  양', 4, 1, 15),
  firm('010', '메리츠', 35, 15, 60),
  firm('012', 'NH투자증권', 90, 45, 125),
  firm('017', 'KB증권', 95, 35, 110),
  firm('025', 'SK증권', 12, 3, 50),
  firm('030', '삼성증권', 90, 45, 105),
  house('036', '모건스탠리', 1, 210, 15),
  house('043', 'UBS', 1, 150, 10),
  house('044', '메릴린치', 1, 180, 10),
  house('045', '골드만', 1, 110, 10),
  firm('046', '하이증권', 10, 2, 35),
  firm('050', '키움증권', 310, 30, 25),
  firm('063', 'eBEST', 20, 2, 10),
];

const BY_CODE: ReadonlyMap<MemberCode, MemberFirm> = new Map(MEMBER_FIRMS.map((one) => [one.code, one]));

/** The firm with this code, three digits; null for a code that is none of ours. */
export function memberFirm(code: MemberCode): MemberFirm | null {
  return BY_CODE.get(code) ?? null;
}

function firm(
  code: MemberCode,
  name: string,
  retail: number,
  foreign: number,
  institution: number,
): MemberFirm {
  return { code, name, isForeign: false, weights: { retail, foreign, institution } };
}

function house(...of: Parameters<typeof firm>): MemberFirm {
  return { ...firm(...of), isForeign: true };
}
