// JSON's smallest parts, walked over as bytes: blanks and strings. Every step takes the index to start at and gives the one
// to go on from, or FAILED. Past the end a byte reads as undefined, which equals nothing and is never greater, so that each
// loop stops there by itself.

/** What a step gives when the bytes are not what it can take; the frame then goes the long way. */
export const FAILED = -1;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const SPACE = 0x20;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const ZERO = 0x30;
export const NINE = 0x39;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const FIRST_NON_ASCII = 0x80;

/** The index of the first byte from `i` on that is none of JSON's four blanks. */
export function skipBlanks(bytes: Uint8Array, i: number): number {
  let byte = bytes[i]!;
  while (byte <= SPACE && (byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09))
    byte = bytes[++i]!;
  return i;
}

/** From inside a string nobody needs to behind its closing quote. What may stand in between is checked, not read. */
export function skipString(bytes: Uint8Array, i: number): number {
  for (;;) {
    const byte = bytes[i]!;
    if (byte > QUOTE && byte !== BACKSLASH) i++;
    else if (byte === QUOTE) return i + 1;
    else if (byte === BACKSLASH) {
      i = skipEscape(bytes, i + 1);
      if (i === FAILED) return FAILED;
    } else if (byte >= SPACE) i++;
    else return FAILED;
  }
}

/** From inside a string that is needed to its closing quote; FAILED where its bytes are not its characters. */
export function endOfPlainString(bytes: Uint8Array, i: number): number {
  for (;;) {
    const byte = bytes[i]!;
    if (byte === QUOTE) return i;
    if (byte >= SPACE && byte < FIRST_NON_ASCII && byte !== BACKSLASH) i++;
    else return FAILED;
  }
}

/** From inside the name of a member to its closing quote; FAILED for escapes, which can spell any name. */
export function endOfName(bytes: Uint8Array, i: number): number {
  for (;;) {
    const byte = bytes[i]!;
    if (byte === QUOTE) return i;
    if (byte >= SPACE && byte !== BACKSLASH) i++;
    else return FAILED;
  }
}

/** From the closing quote of a name over the colon to the first byte of the value. */
export function skipColon(bytes: Uint8Array, quote: number): number {
  const colon = skipBlanks(bytes, quote + 1);
  return bytes[colon] === COLON ? skipBlanks(bytes, colon + 1) : FAILED;
}

/** True when the bytes from `from` up to `to` spell `word` (ASCII). */
export function spells(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** The bytes from `from` up to `to`, all ASCII, as text. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

const SHORT_ESCAPES: ReadonlySet<number> = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)));

/** From behind a backslash to behind the escape. */
function skipEscape(bytes: Uint8Array, i: number): number {
  if (bytes[i] !== LETTER_U) return SHORT_ESCAPES.has(bytes[i]!) ? i + 1 : FAILED;
  for (let digit = 1; digit <= 4; digit++) if (!isHexDigit(bytes[i + digit]!)) return FAILED;
  return i + 5;
}

function isHexDigit(byte: number): boolean {
  const lower = byte | SPACE;
  return (byte >= ZERO && byte <= NINE) || (lower >= 0x61 && lower <= 0x66);
}
