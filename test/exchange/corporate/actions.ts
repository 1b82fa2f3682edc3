// Actions in the short form that tests tell them in.

import type { ActionKind, CorporateAction } from '#exchange/corporate/corporate-action.ts';

/** `told` is `before:after` shares, or won a share. It is delivered at once, without a halt, unless a test says otherwise. */
export function action(kind: ActionKind, on: string, told: string | number): CorporateAction {
  const [before = 1, after = 1] = String(told).split(':').map(Number);
  const isCash = typeof told === 'number';
  return {
    kind,
    on,
    ratio: isCash ? null : { before, after },
    perShare: isCash ? told : null,
    deliveredOn: on,
    haltedFrom: null,
  };
}
