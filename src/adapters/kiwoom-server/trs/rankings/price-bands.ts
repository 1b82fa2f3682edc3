// ka10025: instruments whose trading of the last days crowds into one price band (guide, stkinfo). The volume of a day is
// counted into the band of its middle price.

import { signedPercent } from '../../formats.ts';
import { STOCK, writer } from '../columns.ts';
import { allFigures, type Figures } from '../figures.ts';
import { placedPage } from '../ranking.ts';
import { market, selected, venue, venueCode, viewOf } from '../selection.ts';
import { required, type Tr, type TrContext } from '../tr.ts';

interface Crowd {
  readonly one: Figures;
  /** Prices in won, both in the band. */
  readonly from: number;
  readonly until: number;
  readonly volume: number;
  /** Of everything traded in those days. */
  readonly share: number;
}

const writeStock = writer<Figures>('stk_cd stk_nm cur_prc pred_pre_sig pred_pre flu_rt now_trde_qty', STOCK, {
  stk_cd: venueCode,
});

export const ka10025: Tr = {
  id: 'ka10025',
  path: '/api/dostk/stkinfo',
  members: [
    market.member,
    required('prps_cnctr_rt', 3),
    required('cur_prc_entry', 1),
    required('prpscnt', 2),
    required('cycle_tp', 3),
    venue,
  ],
  answer(context: TrContext) {
    const crowds = selected(allFigures(context.exchange, viewOf(context)), [market], context.member)
      .flatMap((one) => crowdsOf(one, context.member))
      .sort((a, b) => b.share - a.share);
    return placedPage(context, 'prps_cnctr', crowds, 100, (crowd) => ({
      ...writeStock(crowd.one),
      pric_strt: String(crowd.from),
      pric_end: String(crowd.until),
      prps_qty: String(crowd.volume),
      prps_rt: signedPercent(crowd.share, 1),
    }));
  },
};

/** The bands of one instrument that hold at least the share asked for. */
function crowdsOf(one: Figures, member: TrContext['member']): Crowd[] {
  const bars = one.past.bars.slice(-(Number(member('cycle_tp')) || 50));
  const count = Math.max(1, Number(member('prpscnt')) || 10);
  const total = bars.reduce((sum, bar) => sum + bar.volume, 0);
  if (total === 0) return [];
  const low = Math.min(...bars.map((bar) => bar.low));
  const width = (Math.max(...bars.map((bar) => bar.high)) - low + 1) / count;
  const volumes = new Array<number>(count).fill(0);
  for (const bar of bars) {
    const place = Math.min(count - 1, Math.floor(((bar.high + bar.low) / 2 - low) / width));
    volumes[place] = volumes[place]! + bar.volume;
  }
  const least = Number(member('prps_cnctr_rt')) / 100;
  const isAnywhere = member('cur_prc_entry') === '1';
  return volumes
    .map((volume, place) => ({
      one,
      from: Math.ceil(low + place * width),
      until: Math.ceil(low + (place + 1) * width) - 1,
      volume,
      share: volume / total,
    }))
    .filter(
      ({ share, from, until }) => share >= least && (isAnywhere || one.price < from || one.price > until),
    );
}
