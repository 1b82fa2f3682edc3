// A configuration file as YAML with places: the plain value for validation, and the line and column of every path in it.

import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { inBoth, untranslated, type Words } from '../messages.ts';
import type { ConfigProblem } from './config-error.ts';

export type Path = readonly PropertyKey[];

/** A place in the file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ConfigDocument {
  readonly value: unknown;
  /** What the YAML reader itself complains about; `value` is not to be trusted then. */
  readonly problems: readonly ConfigProblem[];
  /** Where the value at `path` stands, or as much of the path as exists. */
  placeOf(path: Path): Place;
  /** Where the key that ends `path` stands. */
  placeOfKey(path: Path): Place;
  /** The value at `path` as the file writes it, shortened. */
  foundAt(path: Path): Words;
  /** A plain number or word exactly as written, such as `005930` where the value is 5930; null for anything else. */
  sourceOf(path: Path): string | null;
}

const SHOWN_MAX = 60;
/** One slip makes the reader stumble over the rest of the file; only the first complaints help. */
const SYNTAX_PROBLEMS_MAX = 3;

/** Reads YAML 1.2. Never throws: what is wrong with the text is in `problems`. */
export function parseConfigDocument(text: string): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const nodeAt = (path: Path): Node | null => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : null;
  };
  const placeOf = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const { value, complaints } = readValue(document);
  return {
    value,
    problems: complaints.map(({ message, offset }) => ({
      ...at(offset),
      path: '',
      expected: inBoth(({ config }) => config.expected.yaml),
      found: untranslated(message),
      hint: null,
    })),
    placeOf,
    placeOfKey(path) {
      const map = nodeAt(path.slice(0, -1));
      const pair = isMap(map)
        ? map.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))
        : undefined;
      return isNode(pair?.key) && pair.key.range ? at(pair.key.range[0]) : placeOf(path);
    },
    foundAt: (path) => describeNode(nodeAt(path)),
    sourceOf(path) {
      const node = nodeAt(path);
      return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? null) : null;
    },
  };
}

interface Complaint {
  readonly message: string;
  readonly offset: number;
}

function readValue(document: Document.Parsed): { value: unknown; complaints: readonly Complaint[] } {
  if (document.errors.length > 0) {
    const first = document.errors.slice(0, SYNTAX_PROBLEMS_MAX);
    return { value: null, complaints: first.map(({ message, pos }) => ({ message, offset: pos[0] })) };
  }
  try {
    return { value: document.toJS(), complaints: [] };
  } catch (error) {
    // The only thing left that can be wrong: a `*name` that nothing, or far too much, is behind.
    if (!(error instanceof ReferenceError)) throw error;
    return { value: null, complaints: [{ message: error.message, offset: offsetOfAlias(document) }] };
  }
}

function offsetOfAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** `strategies[0].parameters.k` */
export function pathText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function describeNode(node: Node | null): Words {
  if (node === null) return inBoth(({ config }) => config.found.nothing);
  if (isSeq(node))
    return inBoth(({ config: { found } }) => (node.items.length === 0 ? found.anEmptyList : found.aList));
  if (isMap(node)) return inBoth(({ config }) => config.found.aMap);
  if (!isScalar(node)) return untranslated(node.toString());
  if (node.value === null) return inBoth(({ config }) => config.found.nothing);
  if (node.value === '') return inBoth(({ config }) => config.found.emptyText);
  const text =
    typeof node.value === 'string' ? JSON.stringify(node.value) : (node.source ?? String(node.value));
  return untranslated(text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
}
