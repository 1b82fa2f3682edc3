// What no rule can put right: places where the guide contradicts itself or its own examples. Each is listed in
// docs/kiwoom-guide-slips.md with its reason.

import type { GuideValueType } from '../../src/adapters/kiwoom/guide/definition.ts';

/** What to take instead of what the guide says of one request element. */
export interface RequestCorrection {
  readonly api: string;
  readonly element: string;
  /** Held against requests instead of the guide's length; 0 for no limit. */
  readonly length?: number;
  readonly type?: GuideValueType;
  readonly values?: Readonly<Record<string, string>> | null;
  readonly isOpen?: boolean;
  readonly why: string;
}

const PROGRAM_MARKETS = {
  P00101: '코스피 KRX',
  P001_NX01: '코스피 NXT',
  P001_AL01: '코스피 통합',
  P10102: '코스닥 KRX',
  P101_NX02: '코스닥 NXT',
  P101_AL02: '코스닥 통합',
};

export const REQUEST_CORRECTIONS: readonly RequestCorrection[] = [
  {
    api: 'ka20007',
    element: 'base_dt',
    length: 8,
    type: 'date',
    values: null,
    why: 'length and description of base_dt and inds_cd are swapped',
  },
  {
    api: 'ka20007',
    element: 'inds_cd',
    length: 3,
    type: 'code',
    why: 'length and description of base_dt and inds_cd are swapped',
  },
  {
    api: 'ka10095',
    element: 'stk_cd',
    length: 0,
    why: 'takes several codes with | in between, yet the length is that of one',
  },
  ...['ka90005', 'ka90010'].map((api) => ({
    api,
    element: 'mrkt_tp',
    values: PROGRAM_MARKETS,
    isOpen: true,
    why: 'the codes depend on the exchange and are listed in a form of their own',
  })),
  {
    api: 'ka30005',
    element: 'isscomp_cd',
    values: { '000000000000': '전체' },
    isOpen: true,
    why: 'codes are shown with commas in place of zeros (000,,,3)',
  },
];

/** APIs whose example answers hold values of other elements: their values say nothing of types. */
export const SHIFTED_EXAMPLES: Readonly<Record<string, string>> = {
  ka10001: 'from upl_pric on, the values of the example belong to other elements (upl_pric holds a date)',
};

/** APIs whose example answer was copied from another API; it is left out. */
export const FOREIGN_EXAMPLES: Readonly<Record<string, string>> = {
  ka90003: 'the example answer is that of ka90005',
};

/** Types that neither label nor example gives away. */
export const TYPE_CORRECTIONS: Readonly<Record<string, GuideValueType>> = {
  'ka10051.cur_prc': 'index100',
};

/** An element that answers carry and neither tables nor examples of the guide have. */
export interface WireElement {
  readonly api: string;
  readonly parent: string;
  readonly element: string;
  readonly label: string;
}

/** Rows of the stock charts end in these; the trading catalogue reads them as well. */
export const WIRE_ELEMENTS: readonly WireElement[] = [
  ...(
    [
      ['ka10079', 'stk_tic_chart_qry'],
      ['ka10080', 'stk_min_pole_chart_qry'],
      ['ka10081', 'stk_dt_pole_chart_qry'],
    ] as const
  ).flatMap(([api, parent]) => [
    { api, parent, element: 'pred_pre', label: '전일대비' },
    { api, parent, element: 'pred_pre_sig', label: '전일대비기호' },
  ]),
  { api: 'ka10080', parent: 'stk_min_pole_chart_qry', element: 'acc_trde_qty', label: '누적거래량' },
  { api: 'ka10081', parent: 'stk_dt_pole_chart_qry', element: 'trde_tern_rt', label: '거래회전율' },
];
