// A backtest has its bars, what they add up to, and nothing else. A strategy that lives on polled queries, real-time streams,
// condition searches or shorter bars would sit there silently and look like one that found nothing; it is refused instead.

import type { Words } from '#domain/words.ts';
import type { Engine } from '#engine/engine.ts';
import type { LiveNeed } from '#engine/strategy-host.ts';

/** A strategy asked for data that history does not have. Nothing was run, or nothing of the run is to be used. */
export class LiveDataNeededError extends Error {
  override readonly name = 'LiveDataNeededError';
  readonly code = 'needs-live-data';
  readonly retryable = false;
  readonly needs: readonly LiveNeed[];
  /** For people, in both languages. */
  readonly text: Words;

  constructor(needs: readonly LiveNeed[]) {
    const used = usedBy(needs);
    const en = `a backtest has only its bars and longer ones made of them, so this cannot be tested: ${used}`;
    super(en);
    this.needs = needs;
    this.text = {
      en,
      ko: `백테스트에는 그 봉과 그 봉으로 만드는 더 긴 봉만 있어 다음은 시험할 수 없습니다: ${used}`,
    };
  }
}

/** Throws LiveDataNeededError when a strategy of the engine asked for what no history has. */
export function refuseLiveNeeds({ host }: Engine): void {
  if (host.liveNeeds.length > 0) throw new LiveDataNeededError(host.liveNeeds);
}

/** `screen: query(ka10027), condition(breakouts); other: stream(0w)` */
function usedBy(needs: readonly LiveNeed[]): string {
  const byStrategy = new Map<string, string[]>();
  for (const { strategy, kind, name } of needs) {
    byStrategy.set(strategy, [...(byStrategy.get(strategy) ?? []), `${kind}(${name})`]);
  }
  return [...byStrategy].map(([strategy, used]) => `${strategy}: ${used.join(', ')}`).join('; ');
}
