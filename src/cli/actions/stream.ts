// Hands `hwangso stream` and `hwangso conditions` over to src/app.

import type { CliContext, ExitCode } from '#app/cli-context.ts';
import type { BrokerChoices, StreamFlags } from '../commands/stream.ts';

/** Shows a real-time type about each of `items`, or about nothing in particular. */
export async function stream(
  context: CliContext,
  type: string,
  items: readonly string[],
  { config, count }: StreamFlags,
): Promise<ExitCode> {
  const { runStream } = await import('#app/stream-command.ts');
  const about = items.length === 0 ? [''] : items;
  const interests = about.map((item) => ({ type: 'stream', stream: type, item }) as const);
  return runStream(interests, { config: config ?? null, count: count ?? null }, context);
}

/** Lists the conditions stored at the broker. */
export async function listConditions(context: CliContext, { config }: BrokerChoices): Promise<ExitCode> {
  const { runConditionList } = await import('#app/stream-command.ts');
  return runConditionList(config ?? null, context);
}

/** Shows who meets a condition now. */
export async function searchCondition(
  context: CliContext,
  condition: string,
  { config }: BrokerChoices,
): Promise<ExitCode> {
  const { runConditionSearch } = await import('#app/stream-command.ts');
  return runConditionSearch(condition, config ?? null, context);
}

/** Shows who enters and leaves a condition. */
export async function followCondition(
  context: CliContext,
  condition: string,
  { config, count }: StreamFlags,
): Promise<ExitCode> {
  const { runStream } = await import('#app/stream-command.ts');
  return runStream(
    [{ type: 'condition', condition }],
    { config: config ?? null, count: count ?? null },
    context,
  );
}
