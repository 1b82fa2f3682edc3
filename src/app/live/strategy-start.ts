// A strategy that cannot even begin — it asks for a poll the configuration does not have, say — is a mistake in the
// configuration, found out before anything is sent.

import { Engine } from '#engine/engine.ts';
import type { HwangsoConfig } from '../config/config.ts';
import { toEngineSettings } from '../config/config-engine.ts';
import type { Described, Lang } from '../messages.ts';

/** Strategies that threw when they were started, with their own words. */
export class StrategyStartError extends Error implements Described {
  override readonly name = 'StrategyStartError';
  readonly code = 'strategy-does-not-start';
  readonly retryable = false;
  readonly failures: readonly { readonly strategy: string; readonly message: string }[];

  constructor(failures: StrategyStartError['failures']) {
    super(textOf('en', failures));
    this.failures = failures;
  }

  describe(lang: Lang): string {
    return textOf(lang, this.failures);
  }
}

/** Throws StrategyStartError when a strategy of `engine` failed while it was started. */
export function assertStrategiesStart({ host }: Pick<Engine, 'host'>): void {
  if (host.failures.length > 0) throw new StrategyStartError([...host.failures]);
}

/** Starts the strategies of `config` for a moment, without a market. Throws StrategyStartError. */
export function tryStrategies(config: HwangsoConfig): void {
  assertStrategiesStart(new Engine(toEngineSettings(config)));
}

function textOf(lang: Lang, failures: StrategyStartError['failures']): string {
  const does = lang === 'ko' ? '시작하지 못합니다' : 'does not start';
  return failures.map(({ strategy, message }) => `${strategy}: ${does}: ${message}`).join('\n');
}
