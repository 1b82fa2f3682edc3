// https and wss on loopback with a certificate made on the fly: trusted by whoever trusts its authority, by nobody else.

import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { der, integer, oid } from '#adapters/kiwoom-server/web/der.ts';
import { startKiwoomServer } from '#adapters/kiwoom-server/web/node-server.ts';
import { makeCertificate } from '#adapters/kiwoom-server/web/tls-certificate.ts';
import { tlsIn } from '#app/exchange/exchange-tls.ts';
import { DAY_MS } from '#domain/time.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { KEY } from './harness.ts';
import { ScriptedExchange } from './scripted-exchange.ts';

const NOW = Date.parse('2026-03-03T00:00:00Z');

describe('DER', () => {
  it.each([
    [0, '3000'],
    [127, '307f'],
    [128, '308180'],
    [256, '30820100'],
  ])('writes a length of %i', (length, header) => {
    expect(der(0x30, Buffer.alloc(length)).toString('hex')).toBe(header + '00'.repeat(length));
  });

  it('writes object identifiers and positive numbers', () => {
    expect(oid('1.2.840.10045.4.3.2').toString('hex')).toBe('06082a8648ce3d040302');
    expect(integer(Buffer.of(0x7f)).toString('hex')).toBe('02017f');
    expect(integer(Buffer.of(0x80)).toString('hex')).toBe('02020080');
  });
});

describe('the certificate', () => {
  const made = makeCertificate(NOW);
  const leaf = new X509Certificate(made.cert);
  const authority = new X509Certificate(made.ca);

  it('is for loopback names, signed by an authority that may sign and is not itself a server', () => {
    expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect([leaf.ca, authority.ca]).toEqual([false, true]);
    expect(leaf.checkIssued(authority) && leaf.verify(authority.publicKey)).toBe(true);
    expect(authority.verify(authority.publicKey)).toBe(true);
    expect(leaf.checkHost('localhost')).toBe('localhost');
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(leaf.checkHost('api.kiwoom.com')).toBeUndefined();
  });

  it('is for further names when asked, which clients check one by one', () => {
    const more = new X509Certificate(makeCertificate(NOW, ['api.kiwoom.com', 'mockapi.kiwoom.com']).cert);
    const hosts = ['localhost', 'api.kiwoom.com', 'mockapi.kiwoom.com'];
    expect(hosts.map((host) => more.checkHost(host))).toEqual(hosts);
    expect([more.checkHost('kiwoom.com'), more.checkIP('127.0.0.1')]).toEqual([undefined, '127.0.0.1']);
  });

  it('lives from the day before for less than 398 days', () => {
    expect(leaf.validFromDate.getTime()).toBe(NOW - DAY_MS);
    expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY_MS).toBe(397);
  });

  it('is another one each time', () => {
    expect(new X509Certificate(makeCertificate(NOW).cert).serialNumber).not.toBe(leaf.serialNumber);
  });
});

describe('the folder', () => {
  const folder = (): string => join(temporaryFolder(), 'tls');

  it('keeps the certificate while it is good, and its key for its owner', () => {
    const path = folder();
    const first = tlsIn(path, NOW);
    expect(statSync(join(path, 'key.pem')).mode & 0o777).toBe(0o600);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(tlsIn(path, NOW + 300 * DAY_MS)).toEqual(first);
    expect(tlsIn(path, NOW + 390 * DAY_MS).cert).not.toBe(first.cert);
  });

  it('makes it anew where a name is missing, and keeps one that has more', () => {
    const path = folder();
    const plain = tlsIn(path, NOW);
    const named = tlsIn(path, NOW, ['api.kiwoom.com']);
    expect(named.cert).not.toBe(plain.cert);
    expect(tlsIn(path, NOW).cert).toBe(named.cert);
    expect(tlsIn(path, NOW, ['api.kiwoom.com', 'mockapi.kiwoom.com']).cert).not.toBe(named.cert);
  });

  it('makes it anew where it is broken, and closes a key that stood open', () => {
    const path = folder();
    const first = tlsIn(path, NOW);
    rmSync(join(path, 'key.pem'));
    writeFileSync(join(path, 'key.pem'), 'open', { mode: 0o644 });
    writeFileSync(join(path, 'cert.pem'), 'rubbish');
    expect(tlsIn(path, NOW).cert).not.toBe(first.cert);
    expect(statSync(join(path, 'key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(path, 'key.pem'), 'utf8')).toContain('PRIVATE KEY');
  });
});

describe('a server with it', () => {
  it('speaks https and wss to those who trust its authority only', async () => {
    const tls = makeCertificate(Date.now());
    const server = await startKiwoomServer({
      exchange: new ScriptedExchange(),
      clock: new VirtualClock(0),
      keys: [KEY],
      limits: null,
      port: 0,
      tls,
    });
    onTestFinished(() => server.close());
    expect([server.restUrl, server.wsUrl]).toEqual([
      `https://127.0.0.1:${server.port}`,
      `wss://127.0.0.1:${server.port}/api/dostk/websocket`,
    ]);
    expect(await post(`${server.restUrl}/oauth2/token`, tls.ca)).toContain('"return_code":2');
    expect(await post(`https://localhost:${server.port}/oauth2/token`, tls.ca)).toContain('"return_code":2');
    await expect(post(`${server.restUrl}/oauth2/token`, makeCertificate(Date.now()).ca)).rejects.toThrow(
      /certificate/,
    );
    const socket = new WebSocket(server.wsUrl, { ca: tls.ca });
    const frame = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.once('open', () => socket.send('{}'));
    expect(await frame).toContain('100002');
  });
});

it('ends although a caller has not said a word yet', { timeout: 5_000 }, async () => {
  const server = await startKiwoomServer({
    ...{ exchange: new ScriptedExchange(), clock: new VirtualClock(0), keys: [KEY], limits: null, port: 0 },
    tls: makeCertificate(Date.now()),
  });
  const caller = connect(server.port, '127.0.0.1');
  await once(caller, 'connect');
  const left = once(caller, 'close');
  await server.close();
  await left;
});

function post(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', ca }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += String(part);
      });
      answer.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end('{}');
  });
}
