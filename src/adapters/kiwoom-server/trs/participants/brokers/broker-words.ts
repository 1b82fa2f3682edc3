// Member firms as TRs are asked about them and tell of them: codes with or without leading zeros, 888 for all houses from
// abroad, names with a sign where a house is one of those.

import { type MemberCode, memberFirm, type Participation, type Turnover } from '#exchange/contract.ts';
import { foreignHouses, memberOf } from '../../../market/participation-view.ts';
import { required } from '../../tr.ts';

/** `mmcm_cd`: a code of ka10102. */
export const MEMBER = required('mmcm_cd', 3);
/** All houses from abroad together (guide, the example of ka10052). */
const ALL_HOUSES = '888';

/** Members that were asked for: whether a member is one of them, and what they traded on a day. */
export interface AskedMembers {
  readonly isOne: (code: MemberCode) => boolean;
  readonly turnover: (participation: Participation) => Turnover;
}

/** Reads `036`, `36` (as the guide's example of ka10043 asks) or `888`; null for a code nobody has. */
export function askedMembers(text: string): AskedMembers | null {
  if (text === ALL_HOUSES) return { isOne: isHouse, turnover: foreignHouses };
  const firm = memberFirm(text.padStart(3, '0'));
  if (firm === null) return null;
  return { isOne: (code) => code === firm.code, turnover: (day) => memberOf(day, firm.code) };
}

/** A house from abroad. */
export function isHouse(code: MemberCode): boolean {
  return memberFirm(code)?.isForeign === true;
}

/** The name as ka10102 has it. */
export function memberName(code: MemberCode): string {
  return memberFirm(code)?.name ?? '';
}
