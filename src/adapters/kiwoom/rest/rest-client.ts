// Calls TRs of the trading catalogue by id with our names: checks the request, hands it to the sender, decodes the answer
// by the catalogue.

import type { Priority } from '../budget/rate-budget.ts';
import { type FieldsOf, type InputsOf, isOrderTr, type RowOf, TRS, type TrId } from '../catalogue.ts';
import { decodeAnswer, UnknownCounter } from './decode-answer.ts';
import { encodeRequest } from './encode-request.ts';
import { followPages, nextKeyOf, type RestSender } from './rest-sender.ts';

/** A decoded answer, typed by the catalogue. `raw` is the body as it came. */
export interface Answer<Id extends TrId> {
  readonly fields: FieldsOf<Id>;
  readonly rows: readonly RowOf<Id>[];
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where the next page begins; null on the last page. */
  readonly nextKey: string | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface CallOptions {
  /** `order` for order TRs, `poll` for the rest, unless said otherwise. */
  readonly priority?: Priority;
  /** Goes on from this key of an earlier answer. */
  readonly nextKey?: string | null;
  /** Gives up, also on a request that is on its way. */
  readonly signal?: AbortSignal;
  /** Takes the request back while it waits for its turn; one that is on its way is left to its outcome. */
  readonly withdrawal?: AbortSignal;
}

/** The trading client. Errors are KiwoomError. */
export class RestClient {
  readonly #sender: RestSender;
  readonly #unknown = new UnknownCounter();

  constructor(sender: RestSender) {
    this.#sender = sender;
  }

  /** Elements of answers that the catalogue does not name, with how often they were seen. */
  get unknownFields(): Readonly<Record<string, number>> {
    return this.#unknown.snapshot();
  }

  /** Calls a TR once, first page unless `nextKey` is given. */
  async call<Id extends TrId>(id: Id, inputs: InputsOf<Id>, options: CallOptions = {}): Promise<Answer<Id>> {
    const tr = TRS[id];
    const isOrder = isOrderTr(id);
    const raw = await this.#sender.send({
      tr: id,
      path: tr.path,
      body: encodeRequest(tr, inputs),
      isOrder,
      nextKey: options.nextKey ?? null,
      priority: options.priority ?? (isOrder ? 'order' : 'poll'),
      signal: options.signal,
      withdrawal: options.withdrawal,
    });
    const decoded = decodeAnswer(tr, raw.body, this.#unknown);
    return {
      fields: decoded.fields as FieldsOf<Id>,
      rows: decoded.rows as readonly RowOf<Id>[],
      raw: raw.body,
      nextKey: nextKeyOf(raw),
      headers: raw.headers,
    };
  }

  /** All pages of a TR, first to last. To go on later, pass the `nextKey` of the last page seen. */
  pages<Id extends TrId>(
    id: Id,
    inputs: InputsOf<Id>,
    options: CallOptions = {},
  ): AsyncGenerator<Answer<Id>, void, void> {
    return followPages(id, options.nextKey ?? null, (nextKey) =>
      this.call(id, inputs, { ...options, nextKey }),
    );
  }
}
