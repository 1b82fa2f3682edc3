// Decodes recorded payloads of Kiwoom's servers and says what came of them:
//   node scripts/decode-payloads/main.ts FOLDER
// For whoever has recordings: an element nobody named or a value that was lost shows a changed wire.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMessages, type Message } from './find-messages.ts';
import { type Tally, tallyMessages } from './tally.ts';

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('usage: node scripts/decode-payloads/main.ts FOLDER\n');
    return 2;
  }
  if (!existsSync(folder)) {
    process.stdout.write(`${folder} does not exist: nothing to decode\n`);
    return 0;
  }
  const messages: Message[] = [];
  const silent: string[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  for (const file of files.toSorted()) {
    const found = findMessages(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (found.length === 0) silent.push(file);
    messages.push(...found);
  }
  const tallies = await tallyMessages(messages);
  process.stdout.write(
    `${[...linesOf(tallies), ...silent.map((file) => `no message found in ${file}`)].join('\n')}\n`,
  );
  const total = (figure: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + figure(tally), 0);
  process.stdout.write(
    [
      `\n${files.length} files, ${total(({ messages: count }) => count)} messages of ${tallies.length} APIs`,
      `${total(({ decoded }) => decoded)} values decoded, ${total(({ blank }) => blank)} blank or none`,
      `${total(({ unknown }) => unknown.size)} unknown elements, ${total(({ undecodable }) => undecodable.size)} undecodable values\n`,
    ].join('; '),
  );
  return 0;
}

function linesOf(tallies: readonly Tally[]): string[] {
  const head = ['API', 'messages', 'decoded', 'blank', 'unknown', 'undecodable'];
  const rows = tallies.map(({ api, messages, decoded, blank, unknown, undecodable }) =>
    [api, messages, decoded, blank, unknown.size, undecodable.size].map(String),
  );
  const table = [head, ...rows].map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(13))).join(''),
  );
  const details = tallies.flatMap(({ api, unknown, undecodable, remarks }) => [
    ...[...unknown].map((element) => `${api}: unknown ${element}`),
    ...[...undecodable].map((value) => `${api}: undecodable ${value}`),
    ...[...remarks].map((remark) => `${api}: ${remark}`),
  ]);
  return [...table, '', ...details];
}

process.exitCode = await main(process.argv[2]);
