// Reads the guide's examples, which are almost JSON: single quotes, commas that are missing or too many, line breaks inside
// strings, several documents after each other with comments between them. What was forgiven is told.

export interface LenientRead {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly forgiven: readonly Forgiven[];
}

export type Forgiven = 'single quotes' | 'missing comma' | 'comma too many' | 'line break in a string';

/** All documents of an example. Throws where even a lenient reader is lost. */
export function readLenient(text: string): LenientRead {
  const reader = new Reader(text.replace(/^\s*#.*$/gm, ''));
  const documents: Readonly<Record<string, unknown>>[] = [];
  while (!reader.isAtEnd()) documents.push(reader.document());
  return { documents, forgiven: [...reader.forgiven] };
}

/** A position in a text, and what was forgiven on the way there. */
class Reader {
  readonly forgiven = new Set<Forgiven>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#skipBlanks();
    return this.#at >= this.#text.length;
  }

  document(): Readonly<Record<string, unknown>> {
    const value = this.#value();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.#lost('an object');
    return value as Readonly<Record<string, unknown>>;
  }

  #value(): unknown {
    const opening = this.#peek();
    if (opening === '{') return this.#object();
    if (opening === '[') return this.#items(']', () => this.#value());
    if (opening === '"' || opening === "'") return this.#string();
    const word = /^(?:-?\d+(?:\.\d+)?|true|false|null)/.exec(this.#text.slice(this.#at))?.[0];
    if (word === undefined) throw this.#lost('a value');
    this.#at += word.length;
    return JSON.parse(word);
  }

  #object(): Record<string, unknown> {
    const entries = this.#items('}', () => {
      const name = this.#string();
      if (this.#peek() !== ':') throw this.#lost('a colon');
      this.#at++;
      return [name, this.#value()] as const;
    });
    return Object.fromEntries(entries);
  }

  #items<Item>(closing: string, read: () => Item): Item[] {
    const items: Item[] = [];
    let hasComma = true;
    this.#at++;
    while (this.#peek() !== closing) {
      if (!hasComma) this.forgiven.add('missing comma');
      items.push(read());
      hasComma = this.#peek() === ',';
      if (hasComma) this.#at++;
    }
    if (hasComma && items.length > 0) this.forgiven.add('comma too many');
    this.#at++;
    return items;
  }

  #string(): string {
    const quote = this.#peek();
    if (quote === "'") this.forgiven.add('single quotes');
    else if (quote !== '"') throw this.#lost('a string');
    let value = '';
    for (this.#at++; this.#text[this.#at] !== quote; this.#at++) {
      const character = this.#text[this.#at];
      if (character === undefined) throw this.#lost('the end of a string');
      if (character === '\n') this.forgiven.add('line break in a string');
      value += character === '\\' ? this.#text[++this.#at] : character;
    }
    this.#at++;
    return value.replace(/\n\s*/g, '');
  }

  #peek(): string {
    this.#skipBlanks();
    const next = this.#text[this.#at];
    if (next === undefined) throw this.#lost('more');
    return next;
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #lost(wanted: string): Error {
    return new Error(`expected ${wanted} at: ${this.#text.slice(this.#at, this.#at + 40)}`);
  }
}
