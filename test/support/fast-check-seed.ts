// One seed for all properties, so that a run can be repeated: the same commit gives the same verdict. HWANGSO_FC_SEED sets
// another one; `random` explores.

import fc from 'fast-check';

const asked = process.env['HWANGSO_FC_SEED'];
const COMMON_SEED = 20_261_122;

if (asked !== 'random')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? COMMON_SEED) });
