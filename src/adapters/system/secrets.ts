// Reads the broker's keys: from the environment, or from a file that nobody else may read. Messages name the place and
// never what stands there.

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { platform } from 'node:process';
import type { Words } from '#domain/words.ts';

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
  /** For people, in both languages. */
  readonly text: Words;

  constructor(code: SecretsErrorCode, text: SecretsError['text'], options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}

export const APP_KEY_VARIABLE = 'KIWOOM_APP_KEY';
export const SECRET_KEY_VARIABLE = 'KIWOOM_SECRET_KEY';

type Variables = Readonly<Record<string, string | undefined>>;

/** The keys from the file at `path` when one is given, else from `env`. Throws SecretsError. */
export function readCredentials(env: Variables, path: string | null = null): Credentials {
  const variables = path === null ? env : readVariables(path);
  return {
    appKey: required(variables, APP_KEY_VARIABLE, path),
    secretKey: required(variables, SECRET_KEY_VARIABLE, path),
  };
}

function required(variables: Variables, name: string, path: string | null): string {
  const value = variables[name]?.trim() ?? '';
  if (value === '') {
    throw new SecretsError('missing', {
      ko: `${path ?? '환경 변수'}에 ${name} 값이 없습니다`,
      en: `${name} is not set in ${path ?? 'the environment'}`,
    });
  }
  return value;
}

function readVariables(path: string): Variables {
  const variables: Record<string, string> = {};
  readPrivateFile(path)
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (/^\s*(#|$)/.test(line)) return;
      const match = /^\s*(?:export\s+)?([A-Z_][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
      if (match === null) throw malformed(path, index + 1);
      const [, name = '', value = ''] = match;
      variables[name] = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
    });
  return variables;
}

function malformed(path: string, line: number): SecretsError {
  return new SecretsError('malformed', {
    ko: `${path}: ${line}행이 NAME=value 꼴이 아닙니다`,
    en: `${path}: line ${line} is not NAME=value`,
  });
}

function unreadable(path: string, cause: unknown): SecretsError {
  const text = {
    ko: `비밀 파일 ${path}을(를) 읽을 수 없습니다`,
    en: `the secrets file ${path} cannot be read`,
  };
  return new SecretsError('unreadable', text, { cause });
}

function readPrivateFile(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw unreadable(path, cause);
  }
  try {
    // The open file is asked, not its name: nobody can exchange it in between.
    const mode = fstatSync(file).mode & 0o777;
    if (platform !== 'win32' && (mode & 0o077) !== 0) {
      const found = mode.toString(8).padStart(4, '0');
      throw new SecretsError('too-open', {
        ko: `${path}을(를) 다른 사용자도 읽을 수 있습니다 (권한 ${found}). 실행하십시오: chmod 600 ${path}`,
        en: `${path} may be read by others (mode ${found}); run: chmod 600 ${path}`,
      });
    }
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof SecretsError) throw cause;
    throw unreadable(path, cause);
  } finally {
    closeSync(file);
  }
}
