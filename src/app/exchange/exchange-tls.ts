// The exchange's certificate on disk: made once, kept while it is good, so that clients told to trust it go on working.

import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate, type TlsFiles } from '#adapters/kiwoom-server/web/tls-certificate.ts';
import { DAY_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { orNotWritable } from './exchange-input-error.ts';

/** A certificate and where clients find the authority to trust. */
export interface KeptTls extends TlsFiles {
  /** Absolute path of the authority's certificate. */
  readonly caFile: string;
}

/** A certificate with less life left is made anew. */
const LEFT_MS_MIN = 7 * DAY_MS;

/**
 * The certificate in `folder`, made anew where there is none, it is about to end, or it is not for all of `names`. Its key is
 * readable by its owner only. Throws ExchangeInputError where the folder cannot be written to.
 */
export function tlsIn(folder: string, now: EpochMs, names: readonly string[] = []): KeptTls {
  const file = (name: string): string => join(folder, name);
  const paths = { cert: file('cert.pem'), key: file('key.pem'), ca: file('ca.pem') };
  if (!isGood(paths, now, names)) {
    const made = makeCertificate(now, names);
    orNotWritable(folder, () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A file that stood there would keep its mode.
      rmSync(paths.key, { force: true });
      writeFileSync(paths.key, made.key, { mode: 0o600 });
      writeFileSync(paths.cert, made.cert);
      writeFileSync(paths.ca, made.ca);
    });
  }
  const read = (path: string): string => readFileSync(path, 'utf8');
  return { cert: read(paths.cert), key: read(paths.key), ca: read(paths.ca), caFile: paths.ca };
}

function isGood(
  paths: Readonly<Record<'cert' | 'key' | 'ca', string>>,
  now: EpochMs,
  names: readonly string[],
): boolean {
  if (!Object.values(paths).every((path) => existsSync(path))) return false;
  try {
    const kept = new X509Certificate(readFileSync(paths.cert));
    const isForAll = names.every((name) => kept.checkHost(name) !== undefined);
    return isForAll && kept.validToDate.getTime() - now > LEFT_MS_MIN;
  } catch {
    return false;
  }
}
