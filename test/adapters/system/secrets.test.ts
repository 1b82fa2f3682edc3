// The keys come from the environment or a private file; whatever is wrong is named without showing any of it.

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { describe, expect, test } from 'vitest';
import { readCredentials } from '#adapters/system/secrets.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ENV = { KIWOOM_APP_KEY: 'app-from-env', KIWOOM_SECRET_KEY: ' secret-from-env\n' };

function secretsFile(text: string, mode = 0o600): string {
  const path = join(temporaryFolder(), 'keys');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('from the environment', () => {
  test('both keys are read, without spaces around them', () => {
    expect(readCredentials(ENV)).toEqual({ appKey: 'app-from-env', secretKey: 'secret-from-env' });
  });

  test.each([
    ['KIWOOM_APP_KEY', { ...ENV, KIWOOM_APP_KEY: undefined }],
    ['KIWOOM_SECRET_KEY', { ...ENV, KIWOOM_SECRET_KEY: '  ' }],
  ])('a missing %s is named', (name, env) => {
    const missing = {
      name: 'SecretsError',
      code: 'missing',
      retryable: false,
      message: `${name} is not set in the environment`,
      text: {
        ko: `환경 변수에 ${name} 값이 없습니다`,
        en: `${name} is not set in the environment`,
      },
    };
    expect(() => readCredentials(env)).toThrow(expect.objectContaining(missing));
  });
});

describe('from a file', () => {
  test('it wins over the environment', () => {
    const path = secretsFile(
      '# mock domain\n\nKIWOOM_APP_KEY=a=b\nexport KIWOOM_SECRET_KEY = "s #1"\r\nOTHER=x\n',
    );
    expect(readCredentials(ENV, path)).toEqual({ appKey: 'a=b', secretKey: 's #1' });
  });

  test.each([0o400, 0o600, 0o700])('mode %o is private enough', (mode) => {
    const path = secretsFile('KIWOOM_APP_KEY=a\nKIWOOM_SECRET_KEY=s', mode);
    expect(readCredentials({}, path)).toEqual({ appKey: 'a', secretKey: 's' });
  });

  test.skipIf(platform === 'win32').each([0o640, 0o604, 0o644, 0o660])(
    'mode %o is refused with the way out',
    (mode) => {
      const path = secretsFile('KIWOOM_APP_KEY=a\nKIWOOM_SECRET_KEY=s', mode);
      const refused = { code: 'too-open', message: expect.stringContaining(`chmod 600 ${path}`) };
      expect(() => readCredentials(ENV, path)).toThrow(expect.objectContaining(refused));
    },
  );

  test('one that is not there is unreadable', () => {
    expect(() => readCredentials(ENV, '/nowhere/keys')).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
  });

  test('one that is a folder is unreadable', () => {
    expect(() => readCredentials(ENV, temporaryFolder())).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
  });

  test('a line that means nothing is named by its number, never by its text', () => {
    const path = secretsFile('KIWOOM_APP_KEY=a\nhunter2hunter2\n');
    const malformed = { code: 'malformed', message: `${path}: line 2 is not NAME=value` };
    expect(() => readCredentials(ENV, path)).toThrow(expect.objectContaining(malformed));
  });

  test('a missing key is not taken from the environment', () => {
    const path = secretsFile('KIWOOM_APP_KEY=a\n');
    expect(() => readCredentials(ENV, path)).toThrow(expect.objectContaining({ code: 'missing' }));
  });
});
