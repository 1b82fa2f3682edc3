// Members of answers that the guide does not have and Kiwoom sends: recorded on the wire (kiwoom-wire 3.13), or in the list that
// Kiwoom's own client of September 2026 carries (kwcli 1.0). Clients of today read them, so the exchange has them beside the guide's.

const CHANGE = ['pred_pre', 'pred_pre_sig'];
const CHANGE_AND_TURNOVER = [...CHANGE, 'trde_tern_rt'];

/** By TR, in the rows of its list. */
export const BEYOND_GUIDE: Readonly<Record<string, readonly string[]>> = {
  ka10039: ['netprps_amt', 'buy_amt', 'sell_amt'],
  ka10079: CHANGE,
  ka10080: ['acc_trde_qty', ...CHANGE],
  ka10081: CHANGE_AND_TURNOVER,
  ka10082: CHANGE_AND_TURNOVER,
  ka10083: CHANGE_AND_TURNOVER,
  ka20004: CHANGE,
  ka20005: ['acc_trde_qty', ...CHANGE],
};
