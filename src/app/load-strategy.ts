// Finds a strategy by the name it ships under or by the path of a file. TypeScript runs as it is; a file outside the
// project gets hwangso, rxjs and zod from the project, so that it needs no installation of its own.

import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { StrategyDefinition } from '#strategies/strategy.ts';
import { type Described, inBoth, type Lang, type Messages, type Words } from './messages.ts';

type AnyStrategy = StrategyDefinition<unknown>;

/** The strategies that ship, by name. */
const SHIPPED: Readonly<Record<string, () => Promise<{ readonly strategy: unknown }>>> = {
  'condition-follower': () => import('#strategies/condition-follower.ts'),
  'moving-average-cross': () => import('#strategies/moving-average-cross.ts'),
  'ranking-screen': () => import('#strategies/ranking-screen.ts'),
  'volatility-breakout': () => import('#strategies/volatility-breakout.ts'),
};

const EXTENSIONS: readonly string[] = ['.ts', '.mts', '.js', '.mjs'];
/** What a strategy file may import by name without having it installed. */
const LENT_PACKAGES: ReadonlySet<string> = new Set(['hwangso', 'rxjs', 'zod', 'trading-signals']);

/**
 * `not-found`: no such file or name. `syntax`: the file is no JavaScript or TypeScript. `failed`: it threw while it was
 * loaded. `no-export`: nothing called `strategy`. `wrong-shape`: what is called so is no strategy.
 */
export type StrategyLoadErrorCode = 'not-found' | 'syntax' | 'failed' | 'no-export' | 'wrong-shape';

/** A strategy that cannot be used. */
export class StrategyLoadError extends Error implements Described {
  override readonly name = 'StrategyLoadError';
  readonly code: StrategyLoadErrorCode;
  readonly retryable = false;
  readonly #words: Words;

  constructor(code: StrategyLoadErrorCode, say: (words: Messages['strategy']) => string, cause?: unknown) {
    const words = inBoth(({ strategy }) => say(strategy));
    super(words.en, cause === undefined ? {} : { cause });
    this.code = code;
    this.#words = words;
  }

  describe(lang: Lang): string {
    return this.#words[lang];
  }
}

/** Names of the strategies that ship, in alphabetical order. */
export function shippedStrategyNames(): readonly string[] {
  return Object.keys(SHIPPED).sort();
}

/** Loads the strategies that ship, by name. */
export async function shippedStrategies(): Promise<readonly AnyStrategy[]> {
  return Promise.all(shippedStrategyNames().map((name) => loadStrategy(name, '.')));
}

/**
 * The strategy called `module`: one that ships, or the `strategy` that a .ts or .js file exports, its path relative to
 * `baseDir`. Rejects with StrategyLoadError.
 */
export async function loadStrategy(module: string, baseDir: string): Promise<AnyStrategy> {
  if (!isPath(module)) return checkShape(await shipped(module), module);
  const file = resolve(baseDir, module);
  await checkFile(file);
  return checkShape(await importFile(file), file);
}

function isPath(module: string): boolean {
  return /[/\\]/.test(module) || EXTENSIONS.includes(extname(module));
}

async function shipped(name: string): Promise<object> {
  const load = Object.hasOwn(SHIPPED, name) ? SHIPPED[name] : undefined;
  if (load !== undefined) return load();
  const names = shippedStrategyNames().join(', ');
  throw new StrategyLoadError('not-found', (words) => words.notShipped(name, names));
}

async function checkFile(file: string): Promise<void> {
  if (!EXTENSIONS.includes(extname(file))) {
    throw new StrategyLoadError('not-found', (words) => words.badExtension(file));
  }
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (cause) {
    throw new StrategyLoadError('not-found', (words) => words.noFile(file), cause);
  }
  throw new StrategyLoadError('not-found', (words) => words.noFile(file));
}

async function importFile(file: string): Promise<object> {
  lendPackages();
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (cause) {
    throw await importError(file, cause);
  }
}

async function importError(file: string, cause: unknown): Promise<StrategyLoadError> {
  const { name, message, code, stack = '' } = toError(cause);
  const isSyntax = name === 'SyntaxError' || /TYPESCRIPT_SYNTAX/.test(code ?? '');
  if (!isSyntax) return new StrategyLoadError('failed', (words) => words.failed(file, message), cause);
  const place = placeIn(stack) ?? placeIn(await complaintOf(file)) ?? file;
  return new StrategyLoadError('syntax', (words) => words.syntax(place, message.trim()), cause);
}

/** `mine.ts:3` where the head of a complaint says so, as node writes it above the line at fault. */
function placeIn(complaint: string): string | null {
  const [, address, line] = /^(file:\/\/\S+|\/\S+|[A-Z]:\\\S+):(\d+)\s*$/m.exec(complaint) ?? [];
  if (address === undefined) return null;
  return `${address.startsWith('file:') ? fileURLToPath(address) : address}:${line}`;
}

/** What node says of a file it only parses: an import of JavaScript fails without naming the line. */
function complaintOf(file: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, ['--check', file], (_error, _stdout, stderr) => done(stderr));
  });
}

function toError(cause: unknown): Error & { readonly code?: string } {
  return cause instanceof Error ? cause : new Error(String(cause));
}

function checkShape(exports: object, file: string): AnyStrategy {
  if (!('strategy' in exports)) {
    const names = Object.keys(exports).join(', ');
    throw new StrategyLoadError('no-export', (words) =>
      words.noExport(file, names === '' ? words.noExports : names),
    );
  }
  const problems = shapeProblems(exports.strategy);
  if (problems.length > 0) {
    throw new StrategyLoadError('wrong-shape', (words) =>
      words.wrongShape(file, problems.map(([name, what]) => words.member(name, what)).join(', ')),
    );
  }
  return exports.strategy as AnyStrategy;
}

function shapeProblems(candidate: unknown): readonly (readonly [member: string, what: string])[] {
  if (typeof candidate !== 'object' || candidate === null) return [['strategy', 'defineStrategy({…})']];
  const { name, description, parameters, warmUp, run } = candidate as Partial<AnyStrategy>;
  const isDescribed = typeof description?.en === 'string' && typeof description.ko === 'string';
  return [
    ...(typeof name === 'string' && name !== '' ? [] : [['name', 'string'] as const]),
    ...(isDescribed ? [] : [['description', '{ en: string, ko: string }'] as const]),
    ...(typeof parameters?.safeParse === 'function' ? [] : [['parameters', 'zod schema'] as const]),
    ...(typeof warmUp === 'function' ? [] : [['warmUp', 'function'] as const]),
    ...(typeof run === 'function' ? [] : [['run', 'function'] as const]),
  ];
}

let lending = false;

/** From now on a package that a strategy's own folder does not have is taken from here. */
function lendPackages(): void {
  if (lending) return;
  lending = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const name = specifier.split('/', 1)[0]!;
      if (!LENT_PACKAGES.has(name)) return nextResolve(specifier, context);
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
        return nextResolve(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}
