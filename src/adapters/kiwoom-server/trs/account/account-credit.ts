// What may be bought on credit: kt20016 (the instruments lent on) and kt20017 (whether one is). Both are about the broker's list,
// not about the account.

import type { Instrument } from '#domain/instrument.ts';
import type { ExchangeApi, LoanGrade } from '#exchange/contract.ts';
import { success, type TrAnswer, unknownSymbol } from '../../answers.ts';
import { padded } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import { optional, pageAfter, required, type Tr, type TrContext } from '../tr.ts';
import { askedSymbol } from './account-words.ts';

const PATH = '/api/dostk/stkinfo';
const ROWS = 100;
const GRADES = ['%', 'A', 'B', 'C', 'D', 'E'];

interface Lendable {
  readonly instrument: Instrument;
  readonly grade: LoanGrade;
}

function lendable(exchange: ExchangeApi): Lendable[] {
  return exchange.market.instruments().flatMap((instrument) => {
    const grade = exchange.accounts.loanGrade(instrument.symbol);
    return grade === null ? [] : [{ instrument, grade }];
  });
}

/** kt20016: instruments that are lent on, by class and market. `crd_loan_able` answers for one instrument. Guide 160–161. */
export const kt20016: Tr = {
  id: 'kt20016',
  path: PATH,
  members: [
    { ...optional('crd_stk_grde_tp', 1), values: GRADES },
    required('mrkt_deal_tp', 1, ['0', '1', '%']),
    optional('stk_cd', 12),
  ],
  answer(context: TrContext): TrAnswer {
    const { exchange, member, nextKey } = context;
    const symbol = askedSymbol(context);
    const grade = member('crd_stk_grde_tp');
    const market = { 0: 'KOSDAQ', 1: 'KOSPI' }[member('mrkt_deal_tp')];
    const rows = lendable(exchange).filter(
      (one) =>
        (grade === '' || grade === '%' || one.grade.grade === grade) &&
        (market === undefined || one.instrument.market === market) &&
        (symbol === '' || one.instrument.symbol === symbol),
    );
    const page = pageAfter(rows, nextKey, ROWS, ({ instrument }) => instrument.symbol);
    const fields: AnswerFields = {
      crd_loan_able: symbol === '' ? '' : words(exchange.accounts.loanGrade(symbol)),
      crd_loan_pos_stk: page.rows.map((row) => lendableRow(exchange, row)),
    };
    const more = page.nextKey === null ? '' : ' 연속자료가 존재합니다.';
    return { ...success(fields, `조회가 완료 되었습니다.${more}`), nextKey: page.nextKey };
  },
};

function lendableRow(exchange: ExchangeApi, { instrument, grade }: Lendable): AnswerFields {
  const { symbol, name } = instrument;
  return {
    stk_cd: `A${symbol}`,
    stk_nm: name,
    crd_assr_rt: `${grade.depositRate}%`,
    repl_pric: padded(exchange.accounts.substitutePrice(symbol), 12),
    pred_close_pric: padded(exchange.market.day(symbol)?.reference.base ?? 0, 12),
    crd_limit_over_yn: 'N',
    crd_limit_over_txt: '',
  };
}

/** kt20017: whether an instrument is lent on. Guide 162. */
export const kt20017: Tr = {
  id: 'kt20017',
  path: PATH,
  members: [required('stk_cd', 12)],
  answer(context: TrContext): TrAnswer {
    const { exchange } = context;
    const symbol = askedSymbol(context);
    if (exchange.market.day(symbol) === null) return unknownSymbol(symbol);
    return success({ crd_alow_yn: words(exchange.accounts.loanGrade(symbol)) }, '조회가 완료 되었습니다.');
  },
};

function words(grade: LoanGrade | null): string {
  return grade === null ? '< 신용융자 불가 >' : `< ${grade.grade}군 신용융자 가능 >`;
}
