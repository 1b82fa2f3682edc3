// The broker section: addresses and pace. Whatever reaches a host of Kiwoom's real domain counts as real money.

import { resolve } from 'node:path';
import { DEFAULT_REGISTRATION_LIMITS } from '#adapters/kiwoom/registration/registration.ts';
import { inBoth, type Messages } from '../messages.ts';
import type { BrokerConfig } from './config.ts';
import type { ConfigDocument, Path } from './config-document.ts';
import { DOMAIN_URLS, domainOfUrl } from './config-domain.ts';
import type { ConfigProblem } from './config-error.ts';
import type { WrittenConfig } from './config-schema.ts';

type WrittenBroker = NonNullable<WrittenConfig['broker']>;

/** Kiwoom's limits on calls a second (kiwoom-wire 2.8): five together on the real domain, one on the mock one. */
const GLOBAL_RATE = { real: 5, mock: 1, custom: 5 } as const;
const PER_TR_RATE = 1;
const PER_TR_BURST = 2;

/** Its own addresses where it gives some, the domain's otherwise. Null when there is none. */
function addressesOf({ domain, restUrl, wsUrl }: WrittenBroker): {
  readonly restUrl: string | null;
  readonly wsUrl: string | null;
} {
  const own = domain === 'custom' ? null : DOMAIN_URLS[domain];
  return { restUrl: restUrl ?? own?.restUrl ?? null, wsUrl: wsUrl ?? own?.wsUrl ?? null };
}

/** The broker section resolved; a configuration without one means the mock domain. */
export function resolveBroker(
  { broker = { domain: 'mock' } }: Pick<WrittenConfig, 'broker'>,
  folder: string,
): BrokerConfig {
  const { restUrl, wsUrl } = addressesOf(broker) as { restUrl: string; wsUrl: string };
  const isRealHost = domainOfUrl(restUrl) === 'real' || domainOfUrl(wsUrl) === 'real';
  const isRealMoney = isRealHost || broker.domain === 'real';
  const domain = isRealMoney ? 'real' : broker.domain;
  return {
    domain,
    restUrl,
    wsUrl,
    clock: broker.clock ?? 'wall',
    isRealMoney,
    realMoneyConfirmed: broker.realMoney ?? false,
    secretsFile: broker.secretsFile === undefined ? null : resolve(folder, broker.secretsFile),
    rate: {
      perTr: broker.rate?.perTr ?? PER_TR_RATE,
      perTrBurst: broker.rate?.perTrBurst ?? PER_TR_BURST,
      global: broker.rate?.global ?? GLOBAL_RATE[domain],
    },
    realtime: {
      maxCodes: broker.realtime?.maxCodes ?? DEFAULT_REGISTRATION_LIMITS.maxCodes,
      maxConditions: broker.realtime?.maxConditions ?? DEFAULT_REGISTRATION_LIMITS.maxConditions,
    },
  };
}

/** What the schema cannot see: a custom domain without addresses, and two addresses in different worlds. */
export function brokerProblems(
  { broker }: Pick<WrittenConfig, 'broker'>,
  document: ConfigDocument,
): ConfigProblem[] {
  if (broker === undefined) return [];
  const problem = (key: 'restUrl' | 'wsUrl', say: (catalogue: Messages) => string): ConfigProblem => {
    const path: Path = ['broker', key];
    const found = document.foundAt(path);
    return { ...document.placeOf(path), path: path.join('.'), expected: inBoth(say), found, hint: null };
  };
  const { restUrl, wsUrl } = addressesOf(broker);
  const missing = [
    ...(restUrl === null ? ['restUrl' as const] : []),
    ...(wsUrl === null ? ['wsUrl' as const] : []),
  ];
  if (restUrl === null || wsUrl === null) {
    return missing.map((key) => problem(key, ({ config }) => config.expected.urlOfCustom));
  }
  const worlds = new Set([domainOfUrl(restUrl), domainOfUrl(wsUrl)]);
  if (!(worlds.has('real') && worlds.has('mock'))) return [];
  const key = broker.wsUrl === undefined ? 'restUrl' : 'wsUrl';
  return [problem(key, ({ config }) => config.expected.sameWorld)];
}
