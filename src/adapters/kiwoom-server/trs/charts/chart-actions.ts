// How chart rows tell of what was done to a company's capital: in the row where it began, codes of what it was and by how much
// prices were adjusted for it.

import { kstDate, kstMidnight } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import type { ActionKind, PriceAdjustment } from '#exchange/contract.ts';
import { signedPercent } from '../../formats.ts';
import type { AnswerFields } from '../../protocol.ts';
import type { ChartBar } from './chart-bars.ts';

/** Members of every chart row that are blank in rows where nothing was done; some always are, as in the guide's examples. */
const UNADJUSTED = {
  upd_stkpc_tp: '',
  upd_rt: '',
  bic_inds_tp: '',
  sm_inds_tp: '',
  stk_infr: '',
  upd_stkpc_event: '',
  pred_close_pric: '',
} as const;

/**
 * 수정주가구분 (guide 201): 1 rights issue, 2 bonus issue, 4 without dividend, 8 split, 16 reverse split, 64 capital reduction, 256 without right; several with commas as in the
 * example of ka10094, where a bonus issue and a lost right stand side by side. Where distributions belong the guide does not
 * say: with dividends (our decision).
 */
const CODES: Readonly<Record<ActionKind, readonly number[]>> = {
  split: [8],
  'reverse-split': [16],
  'capital-reduction': [64],
  'bonus-issue': [2, 256],
  'stock-dividend': [4],
  'rights-issue': [1, 256],
  distribution: [4],
  'cash-dividend': [],
};

/**
 * Writes those members for the rows of a chart. `parts` is what its bars were joined from, both oldest first: an action stands in the
 * bar of the first part after it began. Where parts begin later there is none: a page of trades, or a market that opened since.
 *
 * What 수정비율 is the guide does not say; it is written as the percent by which prices before changed (-80.00 for a split of one
 * into five), which fits the size of the numbers in the guide's example. It is told in charts of either price mode.
 */
export function adjustmentWriter<Part>(
  adjustments: readonly PriceAdjustment[],
  bars: readonly ChartBar[],
  parts: readonly Part[],
  timeOf: (part: Part) => EpochMs,
): (bar: ChartBar) => AnswerFields {
  const byBar = Map.groupBy(adjustments, ({ on }) => {
    const first = parts.findIndex((part) => timeOf(part) >= kstMidnight(on));
    const part = parts[first];
    if (part === undefined || (first === 0 && kstDate(timeOf(part)) !== on)) return undefined;
    return bars.findLast(({ start }) => start <= timeOf(part));
  });
  return (bar) => {
    const here = byBar.get(bar);
    return here === undefined ? UNADJUSTED : { ...UNADJUSTED, ...adjustmentFields(here) };
  };
}

function adjustmentFields(adjustments: readonly PriceAdjustment[]): AnswerFields {
  const codes = adjustments.flatMap(({ kinds }) => kinds.flatMap((kind) => CODES[kind]));
  const factor = adjustments.reduce((product, { base, close }) => (product * base) / close, 1);
  return {
    upd_stkpc_tp: [...new Set(codes)].sort((a, b) => a - b).join(','),
    upd_rt: signedPercent(factor - 1, 1),
  };
}
