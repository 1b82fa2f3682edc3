// Types what strategies get from Kiwoom: `query('ka10027')` answers as the guide's table of ka10027 says, `stream('0w')`
// carries what its table of 0w says. Types only; a strategy needs no import for it, the program and the package have one.

import type { GuideQueryId } from './guide/ids.ts';
import type { GuideAnswers } from './guide/types.ts';

/** The answers of the guide's queries by their ids; orders and access tokens are none. */
type GuideQueryAnswers = Pick<GuideAnswers, GuideQueryId>;

/** The real-time types; 00 and 04 are left out: our own orders and balances are the engine's business. */
type GuideStreamId = Exclude<
  { [Id in keyof GuideAnswers]: Id extends `${0 | 1}${string}` ? Id : never }[keyof GuideAnswers],
  '00' | '04'
>;

/** The decoded values of one message of each real-time type. */
type GuideStreamMessages = {
  readonly [Id in GuideStreamId]: NonNullable<GuideAnswers[Id]['data'][number]['values']>;
};

declare module '#strategies/strategy.ts' {
  interface QueryAnswers extends GuideQueryAnswers {}
  interface StreamMessages extends GuideStreamMessages {}
}
