// What is withheld from dividends and distributions: 14 % income tax and a tenth of it for the local government, 15.4 % in all,
// each cut to ten won (as taxes are collected; that small dividends go untaxed is left out here).

import { mulDiv, type Won } from '#domain/units.ts';

/** Won withheld from `gross` won that a holder is paid. */
export function dividendTax(gross: Won): Won {
  const income = cutToTen(mulDiv(gross, 14, 100));
  return income + cutToTen(mulDiv(income, 1, 10));
}

function cutToTen(amount: Won): Won {
  return amount - (amount % 10);
}
