// All codes of Kiwoom's that are known, by number.

import type { Meanings } from './error-table.ts';
import { GUIDE_CODES } from './guide-codes.ts';
import { SOCKET_CODES } from './socket-codes.ts';
import { WIRE_CODES } from './wire-codes.ts';

/** Meanings by the code inside an answer. Codes not listed are judged by HTTP status and return_code alone. */
export const ERROR_MEANINGS: Meanings = { ...GUIDE_CODES, ...WIRE_CODES, ...SOCKET_CODES };
