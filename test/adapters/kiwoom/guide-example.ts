// The guide's own examples as data: what is asked and answered for each TR, and one frame for each real-time type.

import { readFileSync } from 'node:fs';

/** A request body and the answer to it, as the guide prints them. */
export interface TrExample {
  readonly request: Readonly<Record<string, string>>;
  readonly response: Readonly<Record<string, unknown>>;
}

/** A registration and a frame that follows. */
export interface RealTimeExample {
  readonly register: { readonly data: readonly { readonly item: string[]; readonly type: string[] }[] };
  readonly frame: {
    readonly trnm: string;
    readonly data: readonly {
      readonly type: string;
      readonly name: string;
      readonly item: string;
      readonly values: Readonly<Record<string, string>>;
    }[];
  };
}

export function trExample(id: string): TrExample {
  return JSON.parse(read(id));
}

export function realTimeExample(id: string): RealTimeExample {
  return JSON.parse(read(id));
}

function read(id: string): string {
  return readFileSync(new URL(`./guide-examples/${id}.json`, import.meta.url), 'utf8');
}
