// Reads the broker's keys: from the environment, or from a file that nobody else may read. Messages name the place and
// never what stands there.

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { platform } from 'node:process';

/** What the broker knows a program by. */
export interface Credentials {
  readonly appKey: string;
  readonly secretKey: string;
}

/** `missing`: a key is not set. `unreadable`: the file cannot be read. `too-open`: others may read it. `malformed`: not KEY=VALUE. */
export type SecretsErrorCode = 'missing' | 'unreadable' | 'too-open' | 'malformed';

export class SecretsError extends Error {
  override readonly name = 'SecretsError';
  readonly code: SecretsErrorCode;
  readonly retryable = false;

  constructor(code: SecretsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const APP_KEY_VARIABLE = 'KIWOOM_APP_KEY';
export const SECRET_KEY_VARIABLE = 'KIWOOM_SECRET_KEY';

type Variables = Readonly<Record<string, string | undefined>>;

/** The keys from the file at `path` when one is given, else from `env`. Throws SecretsError. */
export function readCredentials(env: Variables, path: string | null = null): Credentials {
  const place = path ?? 'the environment';
  const variables = path === null ? env : readVariables(path);
  return {
    appKey: required(variables, APP_KEY_VARIABLE, place),
    secretKey: required(variables, SECRET_KEY_VARIABLE, place),
  };
}

function required(variables: Variables, name: string, place: string): string {
  const value = variables[name]?.trim() ?? '';
  if (value === '') throw new SecretsError('missing', `${name} is not set in ${place}`);
  return value;
}

function readVariables(path: string): Variables {
  const variables: Record<string, string> = {};
  readPrivateFile(path)
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (/^\s*(#|$)/.test(line)) return;
      const match = /^\s*(?:export\s+)?([A-Z_][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
      if (match === null) throw new SecretsError('malformed', `${path}: line ${index + 1} is not NAME=value`);
      const [, name = '', value = ''] = match;
      variables[name] = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
    });
  return variables;
}

function readPrivateFile(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new SecretsError('unreadable', `the secrets file ${path} cannot be read`, { cause });
  }
  try {
    // The open file is asked, not its name: nobody can exchange it in between.
    const mode = fstatSync(file).mode & 0o777;
    if (platform !== 'win32' && (mode & 0o077) !== 0) {
      const found = mode.toString(8).padStart(4, '0');
      throw new SecretsError(
        'too-open',
        `${path} may be read by others (mode ${found}); run: chmod 600 ${path}`,
      );
    }
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof SecretsError) throw cause;
    throw new SecretsError('unreadable', `the secrets file ${path} cannot be read`, { cause });
  } finally {
    closeSync(file);
  }
}
