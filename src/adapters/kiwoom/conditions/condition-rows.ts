// The rows of a condition search (ka10172) by our names, driven by the guide's data.

import type { PlainRecord } from '#domain/plain.ts';
import { loadGuideApi } from '../guide/load.ts';
import { decodeGuideBody, type GuideRecord } from '../guide-decode.ts';
import { isRecord, UnknownCounter } from '../rest/decode-answer.ts';

/** Decodes the rows of an answer's body. */
export async function conditionRows(
  body: Readonly<Record<string, unknown>>,
): Promise<readonly PlainRecord[]> {
  const api = await loadGuideApi('ka10172');
  const unknown = new UnknownCounter();
  const rows = Array.isArray(body['data']) ? body['data'].filter(isRecord) : [];
  return rows.map((row) => {
    const decoded = decodeGuideBody(api, { data: [row] }, unknown)['data'];
    return withRate((decoded as readonly GuideRecord[])[0]!, row['12']);
  });
}

/** Without a point the rate is in thousandths of a percent: `-00000130` for -100 on 75,100 (guide ka10172; kiwoom-wire 1.18). */
function withRate(row: GuideRecord, raw: unknown): GuideRecord {
  const { changeRate } = row;
  if (typeof changeRate !== 'number' || String(raw).includes('.')) return row;
  return { ...row, changeRate: changeRate / 1_000 };
}
