// A certificate for loopback, made when it is asked for: an authority of its own signs it, and the authority's key is thrown
// away at once, so that whoever trusts it trusts this one certificate and never another.

import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { DAY_MS } from '#domain/time.ts';
import type { EpochMs } from '#domain/units.ts';
import { bits, der, integer, isTrue, octets, oid, sequence, set, utcTime, utf8 } from './der.ts';

/** What a server needs, and what its clients are told to trust. All PEM. */
export interface TlsFiles {
  /** The server's certificate, followed by its authority's. */
  readonly cert: string;
  readonly key: string;
  /** The authority's certificate. */
  readonly ca: string;
}

/** Clients of Apple's refuse certificates that live longer than 398 days. */
const LIFE_MS = 397 * DAY_MS;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = '2.5.4.3';
const EXTENSIONS = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** Bits of a key usage (RFC 5280, 4.2.1.3), with the number of those that do not count. */
const SIGNS_CERTIFICATES = bits(Buffer.of(0x06), 1);
const SIGNS_HANDSHAKES = bits(Buffer.of(0x80), 7);

/**
 * Makes a certificate for `localhost`, 127.0.0.1, ::1 and `names` (host names that this machine calls itself by, for clients
 * whose address cannot be changed), valid from a day before `now` (clocks differ) for 397 days.
 */
export function makeCertificate(now: EpochMs, names: readonly string[] = []): TlsFiles {
  const authority = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const server = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const caName = 'hwangso exchange (this machine only)';
  const ca = certificate(now, authority.privateKey, caName, {
    name: caName,
    publicKey: authority.publicKey,
    extensions: [
      extension('basicConstraints', sequence(isTrue), true),
      extension('keyUsage', SIGNS_CERTIFICATES, true),
      extension('subjectKeyId', octets(keyId(authority.publicKey))),
    ],
  });
  const cert = certificate(now, authority.privateKey, caName, {
    name: 'localhost',
    publicKey: server.publicKey,
    extensions: [
      extension('basicConstraints', sequence(), true),
      extension('keyUsage', SIGNS_HANDSHAKES, true),
      extension('extendedKeyUsage', sequence(oid(SERVER_AUTH))),
      extension('subjectAltName', loopbackNames(names)),
      extension('subjectKeyId', octets(keyId(server.publicKey))),
      extension('authorityKeyId', sequence(der(0x80, keyId(authority.publicKey)))),
    ],
  });
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { cert: cert + ca, key, ca };
}

interface Subject {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** RFC 5280, section 4.1: what is signed, how, and the signature. */
function certificate(now: EpochMs, signer: KeyObject, issuer: string, subject: Subject): string {
  const signed = sequence(
    der(0xa0, integer(Buffer.of(2))), // version 3
    integer(keyId(subject.publicKey).subarray(0, 16)), // a serial number: no two keys are alike
    ECDSA_WITH_SHA256,
    distinguished(issuer),
    sequence(utcTime(now - DAY_MS), utcTime(now - DAY_MS + LIFE_MS)),
    distinguished(subject.name),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...subject.extensions)),
  );
  const whole = sequence(signed, ECDSA_WITH_SHA256, bits(sign('sha256', signed, signer)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extension(name: keyof typeof EXTENSIONS, value: Buffer, isCritical = false): Buffer {
  return sequence(oid(EXTENSIONS[name]), ...(isCritical ? [isTrue] : []), octets(value));
}

function distinguished(commonName: string): Buffer {
  return sequence(set(sequence(oid(COMMON_NAME), utf8(commonName))));
}

function loopbackNames(names: readonly string[]): Buffer {
  const [dns, address] = [0x82, 0x87];
  const ipv6 = Buffer.alloc(16);
  ipv6[15] = 1;
  return sequence(
    ...['localhost', ...names].map((name) => der(dns, Buffer.from(name, 'latin1'))),
    der(address, Buffer.of(127, 0, 0, 1)),
    der(address, ipv6),
  );
}

/** Names a key: a digest of it. The first bit is cleared, so that it serves as a positive number too. */
function keyId(key: KeyObject): Buffer {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
  digest[0] = (digest[0]! & 0x7f) | 0x40;
  return digest;
}
