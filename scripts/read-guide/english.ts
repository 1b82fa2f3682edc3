// Our English names: of elements from a reviewed dictionary of the parts and phrases their names are made of, of FIDs and
// APIs from reviewed lists. The dictionary is english.json.

import english from './english.json' with { type: 'json' };

const parts: Readonly<Record<string, string>> = english.parts;
const elements: Readonly<Record<string, string>> = english.elements;
const fids: Readonly<Record<string, string>> = english.fids;
const phrases: Readonly<Record<string, string>> = english.phrases;
const apis: Readonly<Record<string, string>> = english.apis;

const LONGEST_PHRASE = Math.max(...Object.keys(phrases).map((phrase) => phrase.split('_').length));

/** Our name of an API. Throws for one that has none yet. */
export function apiName(id: string): string {
  return apis[id] ?? missing(`apis: ${id}`);
}

/** FIDs that come in tens or fives, one for each level or broker: first FID, how many, name. */
const FID_ROWS: readonly (readonly [first: number, count: number, name: string])[] = [
  [41, 10, 'askPrice'],
  [51, 10, 'bidPrice'],
  [61, 10, 'askQuantity'],
  [71, 10, 'bidQuantity'],
  [81, 10, 'askChange'],
  [91, 10, 'bidChange'],
  [141, 5, 'sellBrokerName'],
  [146, 5, 'sellBrokerCode'],
  [151, 5, 'buyBrokerName'],
  [156, 5, 'buyBrokerCode'],
  [161, 5, 'sellBrokerQuantity'],
  [166, 5, 'sellBrokerChange'],
  [171, 5, 'buyBrokerQuantity'],
  [176, 5, 'buyBrokerChange'],
  [271, 5, 'sellBrokerColour'],
  [281, 5, 'buyBrokerColour'],
  [621, 10, 'lpAskQuantity'],
  [631, 10, 'lpBidQuantity'],
  [6044, 10, 'krxAskQuantity'],
  [6054, 10, 'krxBidQuantity'],
  [6066, 10, 'nxtAskQuantity'],
  [6076, 10, 'nxtBidQuantity'],
];

/** Our name of an element. Throws when the dictionary lacks one of its parts. */
export function elementName(element: string): string {
  const whole = elements[element];
  if (whole !== undefined) return whole;
  if (/^\d+$/.test(element)) return fidName(Number(element));
  const words = wordsOf(element.split('_'));
  const name = words.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
  return /^\d/.test(name) ? `n${name}` : name;
}

/** The longest phrase of the dictionary that comes next, else one part. */
function wordsOf(left: readonly string[]): string[] {
  if (left.length === 0) return [];
  for (let length = Math.min(LONGEST_PHRASE, left.length); length > 1; length--) {
    const phrase = phrases[left.slice(0, length).join('_')];
    if (phrase !== undefined) return [phrase, ...wordsOf(left.slice(length))];
  }
  const [part = '', ...rest] = left;
  return [parts[part.toLowerCase()] ?? missing(`parts: ${part}`), ...wordsOf(rest)];
}

function fidName(fid: number): string {
  const row = FID_ROWS.find(([first, count]) => fid >= first && fid < first + count);
  if (row !== undefined) return `${row[2]}${fid - row[0] + 1}`;
  return fids[String(fid)] ?? missing(`fids: ${fid}`);
}

function missing(what: string): never {
  throw new Error(`scripts/read-guide/english.json has no name for ${what}`);
}
