// `values` of a REAL frame as JSON text, put together by hand: an object with number-like names is ten times slower to
// build and write, and every trade and book change of a day passes here.

/** One FID with its text. */
export type Member = readonly [fid: number | string, text: string];

/** The members as one JSON object, `tail` (ready members, each after a comma) last. Texts must need no escaping: digits and signs. */
export function valuesText(members: readonly Member[], tail = ''): string {
  let text = '{';
  for (const [fid, value] of members) text += `${text.length === 1 ? '' : ','}"${fid}":"${value}"`;
  return `${text}${tail}}`;
}
