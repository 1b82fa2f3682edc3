// The polls section: every query is held against what Kiwoom's guide says of it when the file is read, so that a wrong
// input is a mistake with a line, not an error code of the broker at nine o'clock.

import type { SessionPhase } from '#domain/session.ts';
import { SECOND_MS } from '#domain/time.ts';
import type { Poll } from '#engine/ports.ts';
import { inBoth, type Words } from '../messages.ts';
import { type ConfigDocument, type Path, pathText } from './config-document.ts';
import type { ConfigProblem } from './config-error.ts';
import { closestWord } from './config-suggest.ts';

/** One entry as it is written; whatever the schema of the file found wrong in it has been reported already. */
interface WrittenPoll {
  readonly name?: unknown;
  readonly query?: unknown;
  readonly inputs?: unknown;
  readonly every?: unknown;
  readonly phases?: readonly SessionPhase[];
}

const DEFAULT_PHASES: readonly SessionPhase[] = ['continuous'];

/** The polls of the document, and what the guide finds wrong with their queries and inputs. */
export async function resolvePolls(
  document: ConfigDocument,
): Promise<{ readonly polls: readonly Poll[]; readonly problems: readonly ConfigProblem[] }> {
  const written = (document.value as { polls?: unknown } | null)?.polls;
  if (!Array.isArray(written)) return { polls: [], problems: [] };
  const polls: Poll[] = [];
  const problems: ConfigProblem[] = [];
  for (const [index, entry] of written.entries()) {
    const { name, query, inputs, every, phases }: WrittenPoll = entry ?? {};
    if (typeof query !== 'string') continue;
    const path = ['polls', index];
    const given = inputsAsWritten(inputs ?? {}, [...path, 'inputs'], document);
    if (given === null) continue;
    const problem = await problemOf(query, given, path, document);
    if (problem !== null) problems.push(problem);
    polls.push({
      name: String(name),
      query,
      inputs: given,
      everyMs: Math.round(Number(every) * SECOND_MS),
      phases: phases ?? DEFAULT_PHASES,
    });
  }
  return { polls, problems };
}

/** YAML reads 000 and 0100 as numbers; what is sent is what the file says. Null for what are no inputs at all. */
function inputsAsWritten(
  inputs: unknown,
  path: Path,
  document: ConfigDocument,
): Readonly<Record<string, string>> | null {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return null;
  if (Object.values(inputs).some((value) => typeof value !== 'string' && typeof value !== 'number'))
    return null;
  const entries = Object.entries(inputs).map(([name, value]) => {
    return [name, document.sourceOf([...path, name]) ?? String(value)] as const;
  });
  return Object.fromEntries(entries);
}

/** The guide is megabytes: a configuration without polls does not read it. */
async function problemOf(
  query: string,
  inputs: Readonly<Record<string, string>>,
  path: Path,
  document: ConfigDocument,
): Promise<ConfigProblem | null> {
  const { isGuideId, guideIds, loadGuideApi } = await import('#adapters/kiwoom/guide/load.ts');
  if (!isGuideId(query)) {
    const meant = closestWord(query, guideIds());
    return {
      ...document.placeOf([...path, 'query']),
      path: pathText([...path, 'query']),
      expected: inBoth(({ config }) => config.expected.query),
      found: document.foundAt([...path, 'query']),
      hint: meant === null ? null : inBoth(({ config }) => config.didYouMean(meant)),
    };
  }
  const { refuseNonQuery } = await import('#adapters/kiwoom/guide-client.ts');
  const { encodeGuideRequest, GuideRequestError, namedInputs } = await import(
    '#adapters/kiwoom/guide-request.ts'
  );
  try {
    const api = await loadGuideApi(query);
    refuseNonQuery(api);
    encodeGuideRequest(api, namedInputs(api, inputs));
    return null;
  } catch (error) {
    if (!(error instanceof GuideRequestError)) throw error;
    return badInput(
      error.field === '' ? [...path, 'query'] : [...path, 'inputs', error.field],
      error.text,
      document,
    );
  }
}

function badInput(path: Path, text: Words, document: ConfigDocument): ConfigProblem {
  return { ...document.placeOf(path), path: pathText(path), expected: null, found: null, hint: text };
}
