// What the account TRs must agree on, as one table: every line names figures of different TRs that have to be equal, to the won.
// `disagreements` asks a server for all of them and returns the lines that fail.

import type { Answers, Row } from './account-questions.ts';

/** A line of the table: all its figures must be equal. */
type Identity = readonly [what: string, figures: (a: Answers) => readonly unknown[]];

const HELD = {
  kt00018: 'acnt_evlt_remn_indv_tot',
  kt00004: 'stk_acnt_evlt_prst',
  kt00005: 'stk_cntr_remn',
  ka10085: 'acnt_prft_rt',
  ka01690: 'day_bal_rt',
} as const;
const JOURNAL = 'trst_ovrl_trde_prps_array';
const DAYS = 'daly_prsm_dpst_aset_amt_prst';
const number = (name: string) => (row: Row) => Number(row[name]);
const lastDay = (a: Answers, element: string) => Number(a.rows('kt00002', DAYS).at(-1)?.[element]);
const rateColumns = [20, 30, 40, 50, 60, 100];

const CASH: readonly Identity[] = [
  [
    'cash today',
    (a) => [
      a.top('kt00001', 'entr'),
      a.top('kt00004', 'entr'),
      a.top('kt00005', 'entr'),
      a.top('kt00010', 'entr'),
      a.top('kt00011', 'entr'),
      a.top('kt00012', 'entr'),
      a.top('kt00013', 'ch_amt'),
      a.top('kt00016', 'entr_to'),
      a.top('ka01690', 'dbst_bal'),
      lastDay(a, 'entr'),
      Number(a.rows('kt00015', JOURNAL).at(-1)?.['entra_remn'] ?? 0),
      a.rows('kt00015', JOURNAL).reduce((sum, row) => {
        const sign = row['io_tp'] === '1' ? 1 : -1;
        return sum + sign * Number(row['exct_amt']);
      }, 0),
    ],
  ],
  [
    'cash tomorrow',
    (a) => [
      a.top('kt00001', 'd1_entra'),
      a.top('kt00005', 'entr_d1'),
      a.top('kt00001', 'entr') + a.top('kt00001', 'd1_sel_exct_amt') - a.top('kt00001', 'd1_buy_exct_amt'),
      a.top('kt00001', 'entr') + a.top('kt00001', 'd1_slby_exct_amt'),
    ],
  ],
  [
    'cash the day after',
    (a) => [
      a.top('kt00001', 'd2_entra'),
      a.top('kt00004', 'd2_entra'),
      a.top('kt00005', 'entr_d2'),
      a.top('kt00010', 'd2entra'),
      a.top('kt00013', 'd2vexct_entr'),
      a.top('kt00017', 'd2_entra'),
      a.top('kt00001', 'd1_entra') + a.top('kt00001', 'd2_slby_exct_amt'),
    ],
  ],
  [
    'sales that settle tomorrow',
    (a) => [a.top('kt00001', 'd1_sel_exct_amt'), a.top('kt00008', 'sell_amt_sum')],
  ],
  [
    'buys that settle tomorrow',
    (a) => [a.top('kt00001', 'd1_buy_exct_amt'), a.top('kt00008', 'buy_amt_sum')],
  ],
  [
    'settlement of tomorrow, row by row',
    (a) => [
      a.top('kt00008', 'sell_amt_sum') + a.top('kt00008', 'buy_amt_sum'),
      a.sum('kt00008', 'acnt_nxdy_setl_frcs_prps_array', 'exct_amt'),
    ],
  ],
  [
    'cash that may leave',
    (a) => [
      a.top('kt00001', 'pymn_alow_amt'),
      a.top('kt00005', 'pymn_alow_amt'),
      a.top('kt00010', 'wthd_alowa'),
    ],
  ],
  [
    'cash that may leave tomorrow',
    (a) => [a.top('kt00001', 'd1_pymn_alow_amt'), a.top('kt00010', 'nxdy_wthd_alowa')],
  ],
  [
    'unpaid',
    (a) => [
      a.top('kt00001', 'ch_uncla'),
      a.top('kt00005', 'ch_uncla'),
      a.top('kt00010', 'uncla'),
      a.top('kt00011', 'uncla'),
      a.top('kt00012', 'uncla'),
      a.top('kt00013', 'uncla'),
      a.top('kt00016', 'ch_uncla_to'),
      Math.max(0, -a.top('kt00001', 'entr')),
    ],
  ],
];

const MARGIN: readonly Identity[] = [
  [
    'left to order with',
    (a) => [
      a.top('kt00001', 'ord_alow_amt'),
      a.top('kt00005', 'ord_alowa'),
      a.top('kt00010', 'ord_alowa'),
      a.top('kt00011', 'ord_alowa'),
      a.top('kt00012', 'ord_alowa'),
      a.top('kt00013', 'use_pos_ch'),
      Math.max(
        0,
        a.top('kt00013', 'ch_amt') -
          a.top('kt00013', 'ch_profa') -
          a.top('kt00013', 'repl_profa') +
          a.top('kt00013', 'tdy_reu_alowa') +
          a.top('kt00013', 'pred_reu_alowa'),
      ),
    ],
  ],
  [
    'left without becoming unpaid',
    (a) => [a.top('kt00011', 'min_ord_alow_amt'), a.top('kt00013', 'd2ch_ord_alow_amt')],
  ],
  [
    'left by margin rate',
    (a) => [
      rateColumns.map((rate) => a.top('kt00001', `${rate}stk_ord_alow_amt`)).join(),
      rateColumns.map((rate) => a.top('kt00005', `${rate}ord_alow_amt`)).join(),
      rateColumns.map((rate) => a.top('kt00010', `profa_${rate}ord_alow_amt`)).join(),
      rateColumns.map((rate) => a.top('kt00013', `${rate}ord_alow_amt`)).join(),
    ],
  ],
  [
    'cash tied as margin',
    (a) => [a.top('kt00001', 'profa_ch'), a.top('kt00005', 'profa_ch'), a.top('kt00013', 'ch_profa')],
  ],
  [
    'substitutes tied as margin',
    (a) => [a.top('kt00001', 'profa_repl'), a.top('kt00005', 'repl_profa'), a.top('kt00013', 'repl_profa')],
  ],
  [
    'substitutes',
    (a) => [
      a.top('kt00001', 'repl_amt'),
      a.top('kt00005', 'repl_amt'),
      a.top('kt00010', 'repl_amt'),
      a.top('kt00011', 'repl_amt'),
      a.top('kt00012', 'repl_amt'),
      a.top('kt00013', 'repl_amt_amt'),
      a.top('kt00016', 'krw_asgna_to'),
      lastDay(a, 'repl_amt'),
    ],
  ],
  [
    'proceeds that may be used again',
    (a) => [
      `${a.top('kt00010', 'pred_reu_alowa')} ${a.top('kt00010', 'tdy_reu_alowa')}`,
      `${a.top('kt00011', 'min_pred_reu_amt')} ${a.top('kt00011', 'min_tdy_reu_amt')}`,
      `${a.top('kt00012', 'assr_30pred_reu_amt')} ${a.top('kt00012', 'assr_30tdy_reu_amt')}`,
      `${a.top('kt00013', 'pred_reu_alowa')} ${a.top('kt00013', 'tdy_reu_alowa')}`,
    ],
  ],
  [
    'loans',
    (a) => [
      a.top('kt00001', 'loan_sum'),
      a.top('kt00005', 'crd_loan_tot'),
      a.top('kt00016', 'crd_loan_to'),
      a.top('kt00017', 'crd_loan_d2'),
      a.top('kt00018', 'tot_crd_loan_amt'),
      a.sum('ka10085', HELD.ka10085, 'crd_amt'),
      lastDay(a, 'crd_loan'),
    ],
  ],
];

const HOLDINGS: readonly Identity[] = [
  ['security of loans, percent', (a) => [a.top('kt00001', 'crd_grnt_rt'), a.top('kt00005', 'crd_grnt_rt')]],
  [
    'last days of loans',
    (a) => [
      a.byHolding('kt00005', HELD.kt00005, number('expr_dt')).join(),
      a.byHolding('ka10085', HELD.ka10085, number('expr_dt')).join(),
    ],
  ],
  [
    'shares held',
    (a) => [
      a.byHolding('kt00018', HELD.kt00018, number('rmnd_qty')).join(),
      a.byHolding('kt00004', HELD.kt00004, number('rmnd_qty')).join(),
      a.byHolding('kt00005', HELD.kt00005, number('cur_qty')).join(),
      a.byHolding('ka10085', HELD.ka10085, number('rmnd_qty')).join(),
    ],
  ],
  [
    'shares that may be sold',
    (a) => [
      a.byHolding('kt00018', HELD.kt00018, number('trde_able_qty')).join(),
      a.byHolding('ka10085', HELD.ka10085, number('clrn_alow_qty')).join(),
    ],
  ],
  [
    'shares that have settled',
    (a) => [
      a.byHolding('kt00004', HELD.kt00004, number('setl_remn')).join(),
      a.byHolding('kt00005', HELD.kt00005, number('setl_remn')).join(),
      a.byHolding('ka10085', HELD.ka10085, number('setl_remn')).join(),
      a
        .byHolding('kt00018', HELD.kt00018, (row) => {
          const [bought, sold] = ['buyq', 'sellq'].map(
            (side) => number(`tdy_${side}`)(row) + number(`pred_${side}`)(row),
          );
          return Number(row['rmnd_qty']) - bought! + sold!;
        })
        .join(),
    ],
  ],
  [
    'cost',
    (a) => [
      a.byHolding('kt00018', HELD.kt00018, number('pur_amt')).join(),
      a.byHolding('kt00004', HELD.kt00004, number('pur_amt')).join(),
      a.byHolding('kt00005', HELD.kt00005, number('pur_amt')).join(),
      a.byHolding('ka10085', HELD.ka10085, number('pur_amt')).join(),
    ],
  ],
  [
    'value after costs',
    (a) => [
      a
        .byHolding(
          'kt00018',
          HELD.kt00018,
          (row) => Number(row['evlt_amt']) - Number(row['sum_cmsn']) - Number(row['tax']),
        )
        .join(),
      a.byHolding('kt00004', HELD.kt00004, number('evlt_amt')).join(),
      a.byHolding('kt00005', HELD.kt00005, number('evlt_amt')).join(),
    ],
  ],
  [
    'gain of each holding',
    (a) => [
      a.byHolding('kt00018', HELD.kt00018, number('evltv_prft')).join(),
      a.byHolding('kt00004', HELD.kt00004, number('pl_amt')).join(),
      a.byHolding('kt00005', HELD.kt00005, number('evltv_prft')).join(),
    ],
  ],
  [
    'cost of all',
    (a) => [
      a.top('kt00018', 'tot_pur_amt'),
      a.top('kt00004', 'tot_pur_amt'),
      a.top('kt00005', 'stk_buy_tot_amt'),
      a.top('ka01690', 'tot_buy_amt'),
      a.sum('kt00018', HELD.kt00018, 'pur_amt'),
      a.sum('kt00018', HELD.kt00018, 'pur_amt', { qry_tp: '1' }),
    ],
  ],
  [
    'value of all',
    (a) => [
      a.top('kt00018', 'tot_evlt_amt'),
      a.top('ka01690', 'tot_evlt_amt'),
      a.top('kt00016', 'scrt_evlt_amt_to'),
      a.top('kt00017', 'gnrl_stk_evlt_amt_d2') + a.top('kt00017', 'crd_loan_evlta_d2'),
      a.sum('kt00018', HELD.kt00018, 'evlt_amt'),
      a.sum('ka01690', HELD.ka01690, 'evlt_amt'),
    ],
  ],
  [
    'value of all after costs',
    (a) => [
      a.top('kt00004', 'tot_est_amt'),
      a.top('kt00005', 'evlt_amt_tot'),
      a.sum('kt00005', HELD.kt00005, 'evlt_amt'),
    ],
  ],
  [
    'gain of all',
    (a) => [
      a.top('kt00018', 'tot_evlt_pl'),
      a.top('kt00005', 'tot_pl_tot'),
      a.top('ka01690', 'tot_evltv_prft'),
      a.sum('kt00004', HELD.kt00004, 'pl_amt'),
      a.top('kt00005', 'evlt_amt_tot') - a.top('kt00005', 'stk_buy_tot_amt'),
    ],
  ],
  [
    'assets',
    (a) => [
      a.top('kt00018', 'prsm_dpst_aset_amt'),
      a.top('kt00003', 'prsm_dpst_aset_amt'),
      a.top('kt00004', 'prsm_dpst_aset_amt'),
      a.top('kt00016', 'tot_amt_to'),
      a.top('ka01690', 'day_stk_asst'),
      lastDay(a, 'prsm_dpst_aset_amt'),
      a.top('kt00001', 'd2_entra') + a.top('kt00018', 'tot_evlt_amt') - a.top('kt00018', 'tot_crd_loan_amt'),
      a.top('kt00004', 'lspft_amt') + a.top('kt00004', 'lspft'),
      a.top('kt00004', 'tdy_lspft_amt') + a.top('kt00004', 'tdy_lspft'),
    ],
  ],
  [
    'gain since the beginning',
    (a) => [
      a.top('kt00004', 'lspft'),
      a.top('kt00016', 'evltv_prft'),
      a.top('kt00016', 'tot_amt_to') -
        a.top('kt00016', 'tot_amt_fr') -
        a.top('kt00016', 'termin_tot_trns') +
        a.top('kt00016', 'termin_tot_pymn') -
        a.top('kt00016', 'termin_tot_inq'),
    ],
  ],
];

const open = (a: Answers) => a.rows('ka10075', 'oso');
const kt7 = 'acnt_ord_cntr_prps_dtl';
const kt9 = 'acnt_ord_cntr_prst_array';

const ORDERS: readonly Identity[] = [
  [
    'open orders',
    (a) => [
      open(a)
        .map((row) => `${row['ord_no']} ${row['oso_qty']}`)
        .sort()
        .join(),
      a
        .rows('kt00007', kt7, { qry_tp: '3' })
        .map((row) => `${row['ord_no']} ${Number(row['ord_remnq'])}`)
        .sort()
        .join(),
      open(a)
        .flatMap((row) => a.rows('ka10088', 'osop', { ord_no: row['ord_no']! }))
        .map((row) => `${row['ord_no']} ${row['osop_qty']}`)
        .sort()
        .join(),
    ],
  ],
  [
    'orders with executions',
    (a) =>
      [
        a.rows('ka10076', 'cntr'),
        a.rows('kt00007', kt7, { qry_tp: '4' }),
        a.rows('kt00009', kt9, { qry_tp: '1' }),
      ].map((rows) =>
        rows
          .map((row) => `${row['ord_no']} ${Number(row['cntr_qty'])}`)
          .sort()
          .join(),
      ),
  ],
  [
    'bought today',
    (a) => [
      a.top('kt00009', 'buy_engg_amt'),
      a.top('kt00017', 'buy_amt'),
      a.top('ka10170', 'tot_buy_amt'),
      a.top('ka10170', 'tot_buy_amt', { ch_crd_tp: '1' }) +
        a.top('ka10170', 'tot_buy_amt', { ch_crd_tp: '2' }),
    ],
  ],
  [
    'sold today',
    (a) => [
      a.top('kt00009', 'sell_grntl_engg_amt'),
      a.top('kt00017', 'sell_amt'),
      a.top('ka10170', 'tot_sell_amt'),
    ],
  ],
  [
    'traded today',
    (a) => [a.top('kt00009', 'engg_amt'), a.top('kt00017', 'buy_amt') + a.top('kt00017', 'sell_amt')],
  ],
  ['commission of today', (a) => [a.sum('ka10076', 'cntr', 'tdy_trde_cmsn'), a.top('kt00017', 'cmsn')]],
  ['tax of today', (a) => [a.sum('ka10076', 'cntr', 'tdy_trde_tax'), a.top('kt00017', 'tax')]],
];

const sold = (a: Answers) => a.top('kt00017', 'sell_amt') > 0;
const sales = (a: Answers, id: string, list: string, column: string, fields: Row = {}) =>
  a.overSymbols((stk_cd) => a.sum(id, list, column, { stk_cd, ...fields }));

const sameDay = { ottks_tp: '1' };

const PROFIT: readonly Identity[] = [
  [
    'realised on what was bought today',
    (a) => [
      a.top('ka10170', 'tot_pl_amt', sameDay),
      a.top('ka10170', 'tot_pl_amt', { ...sameDay, ch_crd_tp: '1' }) +
        a.top('ka10170', 'tot_pl_amt', { ...sameDay, ch_crd_tp: '2' }),
      a.sum('ka10170', 'tdy_trde_diary', 'pl_amt', sameDay),
    ],
  ],
  [
    'realised today',
    (a) => [
      a.top('ka10170', 'tot_pl_amt'),
      a.top('ka10170', 'tot_pl_amt', { ch_crd_tp: '1' }) + a.top('ka10170', 'tot_pl_amt', { ch_crd_tp: '2' }),
      a.top('ka10074', 'rlzt_pl'),
      a.overSymbols((stk_cd) => a.top('ka10077', 'tdy_rlzt_pl', { stk_cd })),
      sales(a, 'ka10072', 'dt_stk_div_rlzt_pl', 'tdy_sel_pl'),
      sales(a, 'ka10077', 'tdy_rlzt_pl_dtl', 'tdy_sel_pl'),
    ],
  ],
  [
    'commission and tax of today',
    (a) => [a.top('ka10170', 'tot_cmsn_tax'), a.top('kt00017', 'cmsn') + a.top('kt00017', 'tax')],
  ],
  [
    'commission of a day with sales',
    (a) => [a.top('ka10074', 'trde_cmsn'), sold(a) ? a.top('kt00017', 'cmsn') : 0],
  ],
  [
    'tax on the sales of today',
    (a) => [
      a.top('kt00017', 'tax'),
      a.top('ka10074', 'trde_tax'),
      sales(a, 'ka10072', 'dt_stk_div_rlzt_pl', 'tdy_trde_tax'),
      sales(a, 'ka10077', 'tdy_rlzt_pl_dtl', 'tdy_trde_tax'),
    ],
  ],
  [
    'realised in all',
    (a) => [
      a.top('ka10074', 'rlzt_pl', { strt_dt: '20200101' }),
      sales(a, 'ka10073', 'dt_stk_rlzt_pl', 'tdy_sel_pl'),
    ],
  ],
  [
    'tax in all',
    (a) => [
      a.top('ka10074', 'trde_tax', { strt_dt: '20200101' }),
      sales(a, 'ka10073', 'dt_stk_rlzt_pl', 'tdy_trde_tax'),
    ],
  ],
];

/** All that has to agree. */
export const IDENTITIES: readonly Identity[] = [...CASH, ...MARGIN, ...HOLDINGS, ...ORDERS, ...PROFIT];

/** The lines of the table that do not hold, with their figures. */
export function disagreements(answers: Answers): string[] {
  return IDENTITIES.flatMap(([what, figures]) => {
    const values = figures(answers);
    const isSame = values.every((value) => value === values[0]) && !/NaN|undefined/.test(values.join());
    return isSame ? [] : [`${what}: ${values.join(' | ')}`];
  });
}
