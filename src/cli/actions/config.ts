// Shows what a configuration comes to, and what the strategies that ship can be told.

import { z } from 'zod';
import { type CliContext, EXIT, type ExitCode } from '#app/cli-context.ts';
import { type HwangsoConfig, loadConfig } from '#app/config/config.ts';
import { shippedStrategies } from '#app/load-strategy.ts';
import { type Messages, messages } from '#app/messages.ts';
import { formatCount } from '../numbers.ts';

/**
 * Checks the file and whether its strategies start; prints what applies after defaults. Rejects with ConfigError naming
 * every problem, or StrategyStartError.
 */
export async function checkConfig(context: CliContext, file: string): Promise<ExitCode> {
  const config = await loadConfig(file);
  const { tryStrategies } = await import('#app/live/strategy-start.ts');
  tryStrategies(config);
  const shown = summaryOf(config);
  if (context.json) context.stdout.write(`${JSON.stringify(shown)}\n`);
  else context.stdout.write(`${summaryText(config, messages(context.lang).config)}\n`);
  return EXIT.ok;
}

/** Prints the strategies that ship. */
export async function listStrategies(context: CliContext): Promise<ExitCode> {
  const { strategy } = messages(context.lang);
  const shipped = (await shippedStrategies()).map(({ name, description, parameters }) => ({
    name,
    description,
    parameters: z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }),
  }));
  if (context.json) {
    context.stdout.write(`${JSON.stringify(shipped)}\n`);
    return EXIT.ok;
  }
  for (const { name, description, parameters } of shipped) {
    const rows = Object.entries(parameters.properties ?? {}).map(
      ([key, schema]) => `    ${key}: ${parameterText(schema as JsonSchema, strategy)}`,
    );
    const lines = rows.length === 0 ? [`    ${strategy.noParameters}`] : rows;
    context.stdout.write(
      `${[name, `  ${description[context.lang]}`, `  ${strategy.parameters}:`, ...lines].join('\n')}\n\n`,
    );
  }
  return EXIT.ok;
}

/** The part of a JSON Schema that parameters of strategies use. */
interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

function parameterText(schema: JsonSchema, { byDefault }: Messages['strategy']): string {
  const shown = schema.default === undefined ? null : byDefault(JSON.stringify(schema.default));
  return [typeText(schema), shown].filter((part) => part !== null).join(', ');
}

function typeText(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(' | ');
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(([key, inner]) => `${key}: ${typeText(inner)}`);
    return `{ ${members.join(', ')} }`;
  }
  const bounds = [
    bound('≥', schema.minimum),
    bound('>', schema.exclusiveMinimum),
    bound('≤', schema.maximum),
    bound('<', schema.exclusiveMaximum),
  ].filter((part) => part !== null);
  return [schema.type ?? 'any', ...bounds].join(' ');
}

function bound(sign: string, value: number | undefined): string | null {
  const isGiven = value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return isGiven ? `${sign} ${value}` : null;
}

function summaryOf({
  file,
  broker,
  account,
  data,
  strategies,
  polls,
  limits,
  costs,
  record,
  backtest,
}: HwangsoConfig) {
  return {
    file,
    broker,
    account,
    data,
    strategies: strategies.map(({ name, definition, parameters, symbols, capital, pricing }) => ({
      name,
      strategy: definition.name,
      symbols,
      capital,
      order: pricing.type,
      parameters,
    })),
    polls,
    limits,
    costs,
    record,
    backtest,
  };
}

function summaryText(config: HwangsoConfig, words: Messages['config']): string {
  const { broker, strategies, polls, limits, costs, data } = config;
  const shownLimits = Object.entries(limits).map(
    ([name, value]) => `    ${name}: ${limitText(value, words)}`,
  );
  const shownStrategies = strategies.map(
    ({ name, definition, symbols, capital, parameters }) =>
      `    ${name}: ${definition.name} ${symbols.join(' ')} ${formatCount(capital)} ${JSON.stringify(parameters)}`,
  );
  return [
    words.fine(config.file),
    `  ${words.broker}: ${broker.domain} ${broker.restUrl}${broker.isRealMoney ? ` (${words.realMoney})` : ''}`,
    `  ${words.costs}: ${costs.commissionPpm} ppm`,
    `  ${words.data}: ${data.folder}`,
    `  ${words.strategies}:`,
    ...shownStrategies,
    ...(polls.length === 0 ? [] : [`  ${words.polls}:`, ...polls.map(pollText)]),
    `  ${words.limits}:`,
    ...shownLimits,
  ].join('\n');
}

function pollText({ name, query, everyMs, phases }: HwangsoConfig['polls'][number]): string {
  return `    ${name}: ${query} / ${everyMs / 1_000} s (${phases.join(', ')})`;
}

function limitText(value: number | boolean | null, { off }: Messages['config']): string {
  if (value === null) return off;
  return typeof value === 'number' ? formatCount(value) : String(value);
}
