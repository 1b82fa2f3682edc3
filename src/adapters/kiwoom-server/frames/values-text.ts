// `values` of a REAL frame as JSON text, put together by hand: an object with number-like names is ten times slower to
// build and write, and every trade and book change of a day passes here.

/** One FID with its text. */
export type Member = readonly [fid: number | string, text: string];

/** The members as one JSON object, `tail` (ready members, each after a comma) last. Texts must need no escaping: digits and signs. */
export function valuesText(members: readonly Member[], tail = ''): string {
  let text = '';
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    text += `${index === 0 ? '{"' : ',"'}${member[0]}":"${member[1]}"`;
  }
  return `${text}${tail}}`;
}
