// The kinds of investors that Korean markets tell apart, as the guide's investor TRs list them (ka10059).

/** The kinds that together are the institutions: their sum is a column of its own in most tables. */
export const INSTITUTIONS = [
  'financial-investment',
  'insurance',
  'investment-trust',
  'other-finance',
  'bank',
  'pension',
  'private-equity',
  'state',
] as const;

/** All kinds; each share bought or sold belongs to one. */
export const INVESTOR_KINDS = [
  'individual',
  'foreigner',
  ...INSTITUTIONS,
  'other-corporation',
  'resident-foreigner',
] as const;
export type InvestorKind = (typeof INVESTOR_KINDS)[number];
