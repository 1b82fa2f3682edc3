// Orders on credit: kt10006 (buy with a loan), kt10007 (sell and repay), kt10008 (modify), kt10009 (cancel). They are ordinary
// orders with terms of credit; the account decides whether it lends.

import { expandDate } from '#domain/time.ts';
import { type Failure, orderRejected, type TrAnswer } from '../../answers.ts';
import { optionalDate, required, type Tr, type TrContext } from '../tr.ts';
import { kt10000, kt10002, kt10003, newOrder } from './order-entry.ts';

const PATH = '/api/dostk/crdordr';

/** kt10006: buys with a loan for what the deposit does not pay. Guide 411–412. */
export const kt10006: Tr = {
  id: 'kt10006',
  path: PATH,
  isOrder: true,
  members: kt10000.members,
  answer: (context) => newOrder(context, 'buy', '신용 매수주문이 완료되었습니다.', { loanDate: null }),
};

/** kt10007: sells shares of one loan (33, with `crd_loan_dt`), or of all loans on them, the oldest first (99). Guide 413–415. */
export const kt10007: Tr = {
  id: 'kt10007',
  path: PATH,
  isOrder: true,
  members: [...kt10000.members, required('crd_deal_tp', 2, ['33', '99']), optionalDate('crd_loan_dt')],
  answer(context: TrContext): TrAnswer {
    const date = context.member('crd_loan_dt');
    const isOne = context.member('crd_deal_tp') === '33';
    if (isOne && date === '') return orderRejected(NO_LOAN, context.member('stk_cd'));
    const loanDate = isOne ? expandDate(date) : null;
    return newOrder(context, 'sell', '신용 매도주문이 완료되었습니다.', { loanDate });
  },
};

const NO_LOAN = { ok: false, code: 'insufficient-shares', limit: 0, actual: null } as const;

/** kt10008: another price and quantity for what is left of an order on credit. Guide 416–417. */
export const kt10008: Tr = {
  ...kt10002,
  id: 'kt10008',
  path: PATH,
  answer: (context) => notOnCredit(context) ?? kt10002.answer(context),
};

/** kt10009: cancels a part, or with '0' all that is left, of an order on credit. Guide 418–419. */
export const kt10009: Tr = {
  ...kt10003,
  id: 'kt10009',
  path: PATH,
  answer: (context) => notOnCredit(context) ?? kt10003.answer(context),
};

/** An order for cash is unknown to the TRs of credit. */
function notOnCredit({ exchange, account, member }: TrContext): Failure | null {
  const orderNo = member('orig_ord_no').replace(/^0+/, '');
  const order = exchange.orders.of(account, exchange.tradeDate).find((one) => one.orderNo === orderNo);
  if (order === undefined || order.credit !== undefined) return null;
  return orderRejected(UNKNOWN_ORDER, member('stk_cd'));
}

const UNKNOWN_ORDER = { ok: false, code: 'unknown-order', limit: null, actual: null } as const;
