// Investors during the session and after it: ka10063 and ka10066 (guide, mrkcond) by instrument, ka10064 (guide, chart) by time.

import type { KindSample, Participation, Turnover } from '#exchange/contract.ts';
import { clockDigits } from '../../../formats.ts';
import { NO_TURNOVER, todayOf } from '../../../market/participation-view.ts';
import { type Columns, STOCK, writer } from '../../columns.ts';
import { allFigures, type Figures } from '../../figures.ts';
import { placedPage } from '../../ranking.ts';
import { market, selected, venue, venueCode, viewOf } from '../../selection.ts';
import { stockTr } from '../../stock-tr.ts';
import { required, type Tr, type TrContext } from '../../tr.ts';
import { netQuantity, netValue } from '../periods.ts';
import { doubleSigned } from '../signs.ts';
import { kindSamples, lastKindSample } from './investor-moments.ts';
import {
  ALL_BUT_RESIDENT_FOREIGNERS,
  askedFigure,
  foreigners,
  institutions,
  investorColumns,
  type KindsPart,
  SESSION_CODES,
} from './investor-words.ts';

const MRKCOND = '/api/dostk/mrkcond';
/** Rows a page of ka10063 (kiwoom-wire 2.17), and of ka10066, which nobody recorded. */
const SESSION_ROWS = 800;
const ROWS = 100;

const AMOUNT_OR_QUANTITY = required('amt_qty_tp', 1, ['1', '2']);
const NET_BOUGHT_SOLD = required('trde_tp', 1, ['0', '1', '2']);
const CHECKED = ['0', '1'];

/** Everybody of a market on the market that was asked for. */
function askedStocks(context: TrContext): readonly Figures[] {
  return selected(allFigures(context.exchange, viewOf(context)), [market], context.member);
}

/** Columns of an instrument for rows that have one. */
const OF_STOCK: Columns<{ readonly one: Figures }> = Object.fromEntries(
  Object.entries(STOCK).map(([name, column]) => [name, ({ one }: { readonly one: Figures }) => column(one)]),
);

/** What one kind of investor has traded of an instrument, now and at the end of the last ten minutes. */
interface SessionRow {
  readonly one: Figures;
  readonly now: Turnover;
  readonly before: Turnover;
}

/** Figures of the session come in whole thousands of shares, as recorded from the real server. */
const inThousands = (quantity: number): number => Math.round(quantity / 1_000) * 1_000;
const bought = (turnover: Turnover): number => inThousands(turnover.bought);
const sold = (turnover: Turnover): number => inThousands(turnover.sold);
const net = (turnover: Turnover): number => bought(turnover) - sold(turnover);

const SESSION: Columns<SessionRow> = {
  ...OF_STOCK,
  stk_cd: ({ one }) => venueCode(one),
  netprps_qty: ({ now }) => doubleSigned(net(now)),
  prev_pot_netprps_qty: ({ before }) => doubleSigned(net(before)),
  netprps_irds: ({ now, before }) => doubleSigned(net(now) - net(before)),
  buy_qty: ({ now }) => doubleSigned(bought(now)),
  buy_qty_irds: ({ now, before }) => doubleSigned(bought(now) - bought(before)),
  sell_qty: ({ now }) => doubleSigned(-sold(now)),
  sell_qty_irds: ({ now, before }) => doubleSigned(sold(now) - sold(before)),
};

function sessionRow(one: Figures, part: KindsPart, isSimultaneous: boolean): SessionRow | [] {
  const today = todayOf(one.exchange, one.symbol, one.view);
  if (today === null) return [];
  const now = part(today);
  if (now.bought + now.sold === 0) return [];
  if (isSimultaneous && Math.min(netQuantity(foreigners(today)), netQuantity(institutions(today))) <= 0)
    return [];
  const sample = lastKindSample(one);
  return { one, now, before: sample === null ? NO_TURNOVER : part(sample) };
}

/**
 * ka10063: what one kind of investor has bought so far, most first, by won or by shares; both are written in shares. Checked,
 * `smtm_netprps_tp` leaves only what foreigners and institutions both bought; what `frgn_all` checks the guide does not say,
 * so it changes nothing.
 */
export const ka10063: Tr = {
  id: 'ka10063',
  path: MRKCOND,
  members: [
    market.member,
    AMOUNT_OR_QUANTITY,
    required('invsr', 1, Object.keys(SESSION_CODES)),
    required('frgn_all', 1, CHECKED),
    required('smtm_netprps_tp', 1, CHECKED),
    venue,
  ],
  answer(context) {
    const part = SESSION_CODES[context.member('invsr')] ?? foreigners;
    const by = context.member('amt_qty_tp') === '1' ? netValue : netQuantity;
    const rows = askedStocks(context)
      .flatMap((one) => sessionRow(one, part, context.member('smtm_netprps_tp') === '1'))
      .sort((a, b) => by(b.now) - by(a.now) || (a.one.symbol < b.one.symbol ? -1 : 1));
    const write = writer<SessionRow>(
      `stk_cd stk_nm cur_prc pre_sig pred_pre flu_rt acc_trde_qty netprps_qty prev_pot_netprps_qty netprps_irds
       buy_qty buy_qty_irds sell_qty sell_qty_irds`,
      SESSION,
    );
    return placedPage(context, 'opmr_invsr_trde', rows, SESSION_ROWS, write);
  },
};

/** ka10064: one instrument's investors along the day, in sums since its beginning: each ten minutes and now. */
export const ka10064 = stockTr({
  id: 'ka10064',
  path: '/api/dostk/chart',
  members: [market.member, AMOUNT_OR_QUANTITY, NET_BOUGHT_SOLD],
  nothing: () => ({ opmr_invsr_trde_chart: [] }),
  answer(one, context) {
    const { now: at } = one.exchange;
    const today = todayOf(one.exchange, one.symbol, one.view);
    const now = today === null || one.volume === 0 ? [] : [{ at, kinds: today.kinds }];
    const moments = [...kindSamples(one).filter((sample) => sample.at < at), ...now];
    const figure = askedFigure(context);
    const write = writer<KindSample>(
      'tm frgnr_invsr orgn invtrt insrnc bank penfnd_etc etc_corp natn',
      { tm: ({ at }) => clockDigits(at) },
      investorColumns(
        (sample, part) => part(sample),
        (turnover) => String(figure(turnover)),
      ),
    );
    return placedPage(context, 'opmr_invsr_trde_chart', moments, ROWS, write);
  },
});

const REGULAR_SESSION: ReadonlySet<string> = new Set(['opening-auction', 'continuous', 'closing-auction']);

/** Whether the regular session of KRX, which makes a day's figures final, is over for an instrument. */
function isSessionOver({ exchange, symbol }: Figures): boolean {
  const hasTraded = (exchange.market.day(symbol, 'KRX')?.close ?? null) !== null;
  return hasTraded && !REGULAR_SESSION.has(exchange.phaseOf('KRX'));
}

/** An instrument's day once it is final, nothing before. */
interface FinalRow {
  readonly one: Figures;
  readonly day: Participation | null;
}

/** ka10066: all kinds by instrument, once the regular session is over; 0 until then, as in the guide's example. */
export const ka10066: Tr = {
  id: 'ka10066',
  path: MRKCOND,
  members: [market.member, AMOUNT_OR_QUANTITY, NET_BOUGHT_SOLD, venue],
  answer(context) {
    const rows = askedStocks(context).map((one) => ({
      one,
      day: isSessionOver(one) ? todayOf(one.exchange, one.symbol, one.view) : null,
    }));
    const figure = askedFigure(context);
    const write = writer<FinalRow>(
      `stk_cd stk_nm cur_prc pre_sig pred_pre flu_rt trde_qty ${ALL_BUT_RESIDENT_FOREIGNERS}`,
      OF_STOCK,
      investorColumns(
        ({ day }, part) => (day === null ? NO_TURNOVER : part(day)),
        (turnover) => String(figure(turnover)),
      ),
    );
    return placedPage(context, 'opaf_invsr_trde', rows, ROWS, write);
  },
};
