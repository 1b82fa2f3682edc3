// The strategies section: loads each strategy's module and lets its own schema judge its parameters, so that a wrong
// parameter is a mistake in the configuration with a line, not a crash at the open.

import type { StrategySetup } from '#engine/strategy-host.ts';
import { loadStrategy, StrategyLoadError } from '../load-strategy.ts';
import { inBoth } from '../messages.ts';
import { type ConfigDocument, type Path, pathText } from './config-document.ts';
import type { ConfigProblem } from './config-error.ts';
import { problemsOf } from './config-problems.ts';

/** One entry as it is written; whatever the schema of the file found wrong in it has been reported already. */
interface WrittenStrategy {
  readonly name?: unknown;
  readonly module?: unknown;
  readonly symbols?: unknown;
  readonly capital?: unknown;
  readonly order?: 'market' | 'best-counter' | 'best-own';
  readonly parameters?: unknown;
}

/**
 * The strategies of the document, loaded from `folder`, and what is wrong with their modules and parameters. Setups are
 * to be used only when nothing at all is wrong with the document.
 */
export async function resolveStrategies(
  document: ConfigDocument,
  folder: string,
): Promise<{ readonly setups: readonly StrategySetup[]; readonly problems: readonly ConfigProblem[] }> {
  const written = (document.value as { strategies?: unknown } | null)?.strategies;
  if (!Array.isArray(written)) return { setups: [], problems: [] };
  const setups: StrategySetup[] = [];
  const problems: ConfigProblem[] = [];
  for (const [index, entry] of written.entries()) {
    const resolved = await resolveStrategy(entry ?? {}, ['strategies', index], document, folder);
    if (resolved === null) continue;
    if (Array.isArray(resolved)) problems.push(...resolved);
    else setups.push(resolved as StrategySetup);
  }
  return { setups, problems };
}

/** Null for an entry without a module, which the schema of the file has reported. */
async function resolveStrategy(
  written: WrittenStrategy,
  path: Path,
  document: ConfigDocument,
  folder: string,
): Promise<StrategySetup | readonly ConfigProblem[] | null> {
  if (typeof written.module !== 'string' || written.module.trim() === '') return null;
  try {
    const definition = await loadStrategy(written.module, folder);
    const symbols = written.symbols ?? [];
    if (definition.choosesSymbols !== true && Array.isArray(symbols) && symbols.length === 0) {
      return [noSymbols([...path, 'symbols'], document)];
    }
    const parameters = definition.parameters.safeParse(written.parameters ?? {});
    if (!parameters.success) {
      const { issues } = parameters.error;
      return problemsOf(issues, definition.parameters, document, [...path, 'parameters']);
    }
    return {
      name: String(written.name),
      definition,
      parameters: parameters.data,
      symbols: symbols as StrategySetup['symbols'],
      capital: Number(written.capital),
      pricing: { type: written.order ?? 'market' },
    };
  } catch (error) {
    if (!(error instanceof StrategyLoadError)) throw error;
    return [moduleProblem(error, [...path, 'module'], document)];
  }
}

function noSymbols(path: Path, document: ConfigDocument): ConfigProblem {
  return {
    ...document.placeOf(path),
    path: pathText(path),
    expected: inBoth(({ config }) => config.expected.symbols),
    found: document.foundAt(path),
    hint: null,
  };
}

function moduleProblem(error: StrategyLoadError, path: Path, document: ConfigDocument): ConfigProblem {
  return {
    ...document.placeOf(path),
    path: pathText(path),
    expected: null,
    found: null,
    hint: { ko: error.describe('ko'), en: error.describe('en') },
  };
}
