// The frames that register and unregister real-time data, and how much Kiwoom lets one session register for.

/** One REG or REMOVE: every item with every type, in one group. */
export interface RegistrationFrame {
  readonly trnm: 'REG' | 'REMOVE';
  readonly group: string;
  readonly items: readonly string[];
  readonly types: readonly string[];
}

export interface RegistrationLimits {
  /** Different codes in all groups together. */
  readonly maxCodes: number;
  readonly maxCodesPerGroup: number;
  /** Condition searches in real time; 10 unless given (kiwoom-wire 1.22). */
  readonly maxConditions?: number;
}

/** A little below the recorded 100: types without a code may count as one each (kiwoom-wire 1.12). */
export const DEFAULT_REGISTRATION_LIMITS: Required<RegistrationLimits> = {
  maxCodes: 95,
  maxCodesPerGroup: 95,
  maxConditions: 10,
};

/** The text of a frame. `refresh` is always "1": what "0" clears is not known (kiwoom-wire 1.14). REMOVE has none. */
export function registrationText({ trnm, group, items, types }: RegistrationFrame): string {
  return JSON.stringify({
    trnm,
    grp_no: group,
    ...(trnm === 'REG' ? { refresh: '1' } : {}),
    data: [{ item: items, type: types }],
  });
}

/** The LOGIN frame: the bare token, without "Bearer" (kiwoom-wire 1.2). */
export function loginFrame(token: string): string {
  return JSON.stringify({ trnm: 'LOGIN', token });
}
