import { describe, expect, it } from 'vitest';
import { ChartStoreError } from '#adapters/charts/chart-store-error.ts';
import { TransportError } from '#adapters/kiwoom/transport.ts';
import { KiwoomServerError } from '#adapters/kiwoom-server/web/listening.ts';
import { LedgerError } from '#adapters/sqlite/ledger-error.ts';
import { SecretsError } from '#adapters/system/secrets.ts';
import { EXIT } from '#app/cli-context.ts';
import { ConfigError } from '#app/config/config-error.ts';
import { untranslated } from '#app/messages.ts';
import { errorText, exitCodeOf, isExpectedError } from '#cli/exit-codes.ts';
import { InvariantError } from '#domain/assert.ts';

describe('an error ends the process with the code of its kind', () => {
  it.each([
    [new ConfigError('invalid', 'a.yaml', untranslated('no')), EXIT.input],
    [new SecretsError('missing', { ko: '키 없음', en: 'no key' }), EXIT.input],
    [new KiwoomServerError('port-in-use', 8080, untranslated('taken')), EXIT.input],
    [new TransportError('no line', false), EXIT.broker],
    [new LedgerError('locked', untranslated('busy')), EXIT.storage],
    [new ChartStoreError('io', untranslated('disk')), EXIT.storage],
    [new DOMException('stopped', 'AbortError'), EXIT.interrupted],
    [new InvariantError('impossible'), EXIT.unexpected],
    [new TypeError('x is undefined'), EXIT.unexpected],
    [Object.assign(new Error('EACCES'), { code: 'EACCES' }), EXIT.unexpected],
    ['a string', EXIT.unexpected],
  ])('%s', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
    expect(isExpectedError(error)).toBe(code !== EXIT.unexpected);
  });
});

describe('an error speaks', () => {
  it('the language of the run where it can', () => {
    const error = new ConfigError('invalid', 'a.yaml', { ko: '틀림', en: 'wrong' });
    const broker = Object.assign(new Error('all'), { text: { ko: '거부', en: 'refused' }, detail: 'RC4025' });

    expect(errorText(error, 'ko')).toBe('틀림');
    expect(errorText(broker, 'ko')).toBe('거부 (RC4025)');
    expect(errorText(broker, 'en')).toBe('refused (RC4025)');
  });

  it('its own message otherwise', () => {
    expect(errorText(new Error('plain'), 'ko')).toBe('plain');
    expect(errorText('thrown text', 'en')).toBe('thrown text');
  });
});
