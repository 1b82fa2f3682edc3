// The question before an order: what counts as yes, and that silence never does.

import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirm } from '../../src/cli/confirm.ts';

function terminal(): { keyboard: PassThrough & { isTTY: boolean }; screen: Writable; shown: () => string } {
  const written: string[] = [];
  const screen = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const keyboard = Object.assign(new PassThrough(), { isTTY: true });
  return { keyboard, screen, shown: () => written.join('') };
}

describe('confirm', () => {
  it.each([
    ['y', true],
    ['YES', true],
    ['예', true],
    [' 네 ', true],
    ['', false],
    ['n', false],
    ['yes please', false],
    ['아니오', false],
  ])('takes %j as %s', async (typed, expected) => {
    const { keyboard, screen, shown } = terminal();
    const answer = confirm('Send?', keyboard, screen);
    keyboard.write(`${typed}\n`);

    expect(await answer).toBe(expected);
    expect(shown()).toContain('Send? [y/N]');
  });

  it('takes an input that ends without a word as no', async () => {
    const { keyboard, screen } = terminal();
    const answer = confirm('Send?', keyboard, screen);
    keyboard.end();

    expect(await answer).toBe(false);
  });

  it('has nobody to ask where there is no terminal', async () => {
    const { screen, shown } = terminal();

    expect(await confirm('Send?', new PassThrough(), screen)).toBeNull();
    expect(shown()).toBe('');
  });
});
