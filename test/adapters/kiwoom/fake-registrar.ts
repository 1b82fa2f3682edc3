// Kiwoom's side of registrations, modelled: what is registered, which limits hold, and which answer comes. A REG that breaks
// a limit changes nothing.

import type { SessionLine } from '#adapters/kiwoom/socket/session-options.ts';

interface Sent {
  readonly trnm: 'REG' | 'REMOVE';
  readonly grp_no: string;
  readonly data: readonly { readonly item: readonly string[]; readonly type: readonly string[] }[];
}

/** Limits the server holds a session to, whatever we think of them. */
export interface RegistrarLimits {
  readonly total: number;
  readonly perGroup: number;
  /** Codes it refuses for what they are. */
  readonly refused: ReadonlySet<string>;
}

export class FakeRegistrar implements SessionLine {
  readonly sent: Sent[] = [];
  readonly lost: string[] = [];
  readonly #limits: RegistrarLimits;
  /** Group → item → types. */
  #groups = new Map<string, Map<string, Set<string>>>();
  #unanswered: Sent[] = [];

  constructor(limits: Partial<RegistrarLimits> = {}) {
    this.#limits = { total: 100, perGroup: 100, refused: new Set(), ...limits };
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Sent;
    this.sent.push(frame);
    this.#unanswered.push(frame);
  }

  lose(reason: string): void {
    this.lost.push(reason);
  }

  get inFlight(): number {
    return this.#unanswered.length;
  }

  /** Forgets everything, as with a connection that ends. */
  disconnect(): void {
    this.#groups.clear();
    this.#unanswered = [];
  }

  /** The answer to the oldest frame that has none; null when there is none. */
  answer(): { kind: 'ack'; trnm: 'REG' | 'REMOVE'; returnCode: number; message: string } | null {
    const frame = this.#unanswered.shift();
    if (frame === undefined) return null;
    const returnCode = frame.trnm === 'REG' ? this.#register(frame) : this.#remove(frame);
    return { kind: 'ack', trnm: frame.trnm, returnCode, message: returnCode === 0 ? '' : 'refused' };
  }

  /** Takes the oldest frame and refuses it. */
  refuse(returnCode: number, message: string) {
    const frame = this.#unanswered.shift();
    return frame === undefined ? null : ({ kind: 'ack', trnm: frame.trnm, returnCode, message } as const);
  }

  /** `005930 0B+0C` for each item, sorted; the blank item stands for none. */
  get registered(): readonly string[] {
    const lines = [...this.#groups.values()].flatMap((group) =>
      [...group].map(([item, types]) => `${item} ${[...types].sort().join('+')}`.trim()),
    );
    return lines.sort();
  }

  #register({ grp_no, data }: Sent): number {
    const groups = structuredClone(this.#groups);
    const group = groups.get(grp_no) ?? new Map<string, Set<string>>();
    groups.set(grp_no, group);
    for (const { item: items, type } of data) {
      for (const item of items) {
        if (this.#limits.refused.has(item)) return 1;
        group.set(item, (group.get(item) ?? new Set<string>()).union(new Set(type)));
      }
    }
    const codes = (of: Map<string, unknown>) => [...of.keys()].filter((item) => item !== '').length;
    if (codes(group) > this.#limits.perGroup) return 105118;
    if ([...groups.values()].reduce((sum, one) => sum + codes(one), 0) > this.#limits.total) return 105115;
    this.#groups = groups;
    return 0;
  }

  #remove({ grp_no, data }: Sent): number {
    const group = this.#groups.get(grp_no);
    for (const { item: items, type } of data) {
      for (const item of items) {
        for (const one of type) group?.get(item)?.delete(one);
        if (group?.get(item)?.size === 0) group.delete(item);
      }
    }
    return 0;
  }
}
