// What may be ordered: kt00010 (order and withdrawal), kt00011 (by margin rate) and kt00012 (on credit).

import type { SymbolCode } from '#domain/units.ts';
import type { BuyingPower, FundsView, MarginRate } from '#exchange/contract.ts';
import {
  badField,
  type Failure,
  priceAboveLimit,
  success,
  type TrAnswer,
  unknownSymbol,
} from '../../answers.ts';
import { padded } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { blanks, optional, required, type Tr, type TrContext } from '../tr.ts';
import { ACCOUNT_PATH, askedSymbol } from './account-words.ts';

const RATES: readonly MarginRate[] = [20, 30, 40, 50, 60, 100];

const NOT_A_NUMBER = '숫자가 아닙니다';

/** What a question names: an instrument of ours and a price, null for none. */
interface Asked {
  readonly ok: true;
  readonly symbol: SymbolCode;
  readonly price: number | null;
}

/** Reads `stk_cd` and `uv`; a price of 0 is none. */
function readQuestion(context: TrContext): Asked | Failure {
  const { exchange, member } = context;
  const symbol = askedSymbol(context);
  const day = exchange.market.day(symbol);
  if (day === null) return unknownSymbol(symbol);
  const uv = member('uv').trim();
  if (uv !== '' && !/^\d+$/.test(uv)) return badField('uv', NOT_A_NUMBER);
  const price = Number(uv);
  if (price > day.reference.upperLimit) return priceAboveLimit(day.reference.upperLimit, price);
  return { ok: true, symbol, price: price > 0 ? price : null };
}

/**
 * kt00010: what could be ordered and withdrawn if `io_amt` won came in (left when negative) and, for `trde_tp` 1, `trde_qty`
 * shares were sold at `uv`. Shares to buy are counted at `exp_buy_unp`, or at `uv` without it; what a buy would cost stands in
 * `pur_amt` and is not taken off. Guide 379–381 has an example without any of these: how they work together is ours.
 */
export const kt00010: Tr = {
  id: 'kt00010',
  path: ACCOUNT_PATH,
  members: [
    optional('io_amt', 12),
    required('stk_cd', 12),
    required('trde_tp', 1, ['1', '2']),
    optional('trde_qty', 10),
    required('uv', 10),
    optional('exp_buy_unp', 10),
  ],
  answer(context: TrContext): TrAnswer {
    const asked = readQuestion(context);
    if (!asked.ok) return asked;
    const numbers = readSupposed(context);
    if ('returnCode' in numbers) return numbers;
    const { exchange, account, member } = context;
    const { symbol } = asked;
    const { paid, quantity, buyPrice } = numbers;
    const isSale = member('trde_tp') === '1';
    const sold = isSale ? exchange.accounts.proceedsOf(account, symbol, (asked.price ?? 0) * quantity) : 0;
    const supposed = { paid, sold };
    const power = exchange.accounts.buyingPower(account, symbol, buyPrice ?? asked.price, supposed);
    const fields: AnswerFields = {};
    for (const rate of RATES) {
      Object.assign(fields, simulated(`profa_${rate}`, power.byRate[rate]));
      // Nobody here has the reduced rate of good customers: its column is that of 60 %.
      if (rate === 60) Object.assign(fields, simulated('profa_rdex_60', power.byRate[60]));
    }
    const funds = exchange.accounts.funds(account, supposed);
    const amount = isSale ? 0 : (asked.price ?? power.price) * quantity;
    const commission = exchange.accounts.commissionOf(account, amount);
    Object.assign(fields, simulatedFunds(funds), {
      pur_amt: padded(amount, 12),
      cmsn: padded(commission, 12),
      pur_exct_amt: padded(amount + commission, 12),
      d2entra: padded(funds.d2, 12),
      profa_rdex_aplc_tp: '0',
    });
    return success(fields, '주문/인출가능금액 시뮬레이션 조회완료하였습니다.');
  },
};

/** Reads the numbers kt00010 may be asked with; blank is 0, or no price. */
function readSupposed({
  member,
}: TrContext): { paid: number; quantity: number; buyPrice: number | null } | Failure {
  const [paid, quantity, price] = ['io_amt', 'trde_qty', 'exp_buy_unp'].map((name) => member(name).trim());
  if (!/^([+-]?\d+)?$/.test(paid ?? '')) return badField('io_amt', NOT_A_NUMBER);
  if (!/^\d*$/.test(quantity ?? '')) return badField('trde_qty', NOT_A_NUMBER);
  if (!/^\d*$/.test(price ?? '')) return badField('exp_buy_unp', NOT_A_NUMBER);
  return { paid: Number(paid), quantity: Number(quantity), buyPrice: Number(price) || null };
}

function simulated(
  prefix: string,
  { amount, quantity }: { readonly amount: number; readonly quantity: number },
): AnswerFields {
  return { [`${prefix}ord_alow_amt`]: padded(amount, 12), [`${prefix}ord_alowq`]: padded(quantity, 10) };
}

function simulatedFunds(funds: FundsView): AnswerFields {
  return {
    pred_reu_alowa: padded(reusableYesterday(funds), 12),
    tdy_reu_alowa: padded(reusableToday(funds), 12),
    entr: padded(funds.today, 12),
    ...usable(funds),
    wthd_alowa: padded(funds.withdrawable, 12),
    nxdy_wthd_alowa: padded(funds.withdrawableD1, 12),
  };
}

const MARGIN_COLUMNS = RATES.flatMap((rate) => marginColumns(rate));

function marginColumns(rate: MarginRate): string[] {
  return [
    `profa_${rate}ord_alow_amt`,
    `profa_${rate}ord_alowq`,
    `profa_${rate}pred_reu_amt`,
    `profa_${rate}tdy_reu_amt`,
  ];
}

/** kt00011: shares and won that may be bought without becoming unpaid; at the upper limit when no price is given. Guide 382–384. */
export const kt00011: Tr = {
  id: 'kt00011',
  path: ACCOUNT_PATH,
  members: [required('stk_cd', 12), optional('uv', 10)],
  answer(context: TrContext): TrAnswer {
    const asked = readQuestion(context);
    if (!asked.ok) return asked;
    const { exchange, account } = context;
    const funds = exchange.accounts.funds(account);
    const power = exchange.accounts.buyingPower(account, asked.symbol, asked.price);
    const fields: AnswerFields = {
      stk_profa_rt: `${power.rate}%`,
      profa_rt: funds.policy === 'full' ? '100%' : `${power.rate}%`,
      aplc_rt: `${power.appliedRate}%`,
      ...rateColumns(power, funds),
      min_ord_alow_amt: padded(power.unborrowed.amount, 12),
      min_ord_alowq: padded(power.unborrowed.quantity, 12),
      min_pred_reu_amt: padded(reusableYesterday(funds), 12),
      min_tdy_reu_amt: padded(reusableToday(funds), 12),
      entr: padded(funds.today, 12),
      ...usable(funds),
    };
    return success(fields, '자료를 조회하였습니다.');
  },
};

/** The columns by rate: blank in an account that pays whole, as in the guide's sample. */
function rateColumns(power: BuyingPower, funds: FundsView): AnswerFields {
  if (funds.policy === 'full') return blanks(MARGIN_COLUMNS);
  const fields: AnswerFields = {};
  for (const rate of RATES) {
    const { amount, quantity } = power.byRate[rate];
    const values = [amount, quantity, reusableYesterday(funds), reusableToday(funds)];
    marginColumns(rate).forEach((name, index) => {
      fields[name] = padded(values[index] ?? 0, 12);
    });
  }
  return fields;
}

/** The columns of kt00012 and the deposit rate each stands for: in the guide's sample the column 40 counts 45 %. */
const CREDIT_COLUMNS = [
  [30, 30],
  [40, 45],
  [50, 50],
  [60, 60],
] as const;

/** kt00012: what may be bought on credit, by the deposit it takes. Guide 385–388. */
export const kt00012: Tr = {
  id: 'kt00012',
  path: ACCOUNT_PATH,
  members: [required('stk_cd', 12), optional('uv', 10)],
  answer(context: TrContext): TrAnswer {
    const asked = readQuestion(context);
    if (!asked.ok) return asked;
    const { exchange, account } = context;
    const funds = exchange.accounts.funds(account);
    const { onCredit, price } = exchange.accounts.buyingPower(account, asked.symbol, asked.price);
    const fields: AnswerFields = {
      stk_assr_rt: onCredit?.grade.grade ?? '',
      stk_assr_rt_nm: onCredit === null ? '' : `${onCredit.grade.depositRate}%`,
    };
    for (const [column, deposit] of CREDIT_COLUMNS) {
      const amount = onCredit === null ? 0 : Math.floor((funds.free * 100) / deposit);
      fields[`assr_${column}ord_alow_amt`] = padded(amount, 12);
      fields[`assr_${column}ord_alowq`] = padded(Math.floor(amount / price), 12);
      fields[`assr_${column}pred_reu_amt`] = padded(reusableYesterday(funds), 12);
      fields[`assr_${column}tdy_reu_amt`] = padded(reusableToday(funds), 12);
    }
    Object.assign(fields, {
      entr: padded(funds.today, 12),
      ...usable(funds),
      out_alowa: padded(onCredit?.amount ?? 0, 12),
      out_pos_qty: padded(onCredit?.quantity ?? 0, 12),
      min_amt: padded(onCredit?.withFees.amount ?? 0, 12),
      min_qty: padded(onCredit?.withFees.quantity ?? 0, 12),
    });
    const isWithin = funds.loans < funds.loanLimit;
    return success(fields, `신용보증금율별 주문가능수량 조회(${isWithin ? '한도정상' : '한도초과'})`);
  },
};

/** Substitutes, what is unpaid, and what is left to order with. */
function usable(funds: FundsView): AnswerFields {
  return {
    repl_amt: padded(funds.substitutes, 12),
    uncla: padded(funds.unpaid, 12),
    ord_pos_repl: padded(funds.spareSubstitutes, 12),
    ord_alowa: padded(funds.free, 12),
  };
}

function reusableYesterday({ reuseYesterday: { proceeds, used } }: FundsView): number {
  return proceeds - used;
}

function reusableToday({ reuseToday: { proceeds, used } }: FundsView): number {
  return proceeds - used;
}
