// `npm run bench`: all measurements, one after the other, in one process. Figures depend on the machine: compare what
// stands side by side in one run.

import { arch, cpus, platform } from 'node:os';
import { print } from './lib/measure.ts';
import { benchBacktest, benchMemory } from './w1-backtest.ts';
import { benchLatency } from './w2-latency.ts';
import { benchLedger } from './w3-ledger.ts';
import { benchDecoding } from './w4-decoding.ts';
import { benchMatching } from './w5-matching.ts';
import { benchMarketDay } from './w6-market-day.ts';
import { benchLoopback } from './w7-loopback.ts';
import { benchMarketBacktest } from './w8-market-backtest.ts';

const wanted = new Set(process.argv.slice(2));
const asked = (name: string): boolean => wanted.size === 0 || wanted.has(name);

print(
  `node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
if (asked('w1')) {
  benchBacktest();
  benchMemory();
}
if (asked('w2')) await benchLatency();
if (asked('w3')) benchLedger();
if (asked('w4')) benchDecoding();
if (asked('w5')) benchMatching();
if (asked('w6')) benchMarketDay();
if (asked('w7')) await benchLoopback();
if (asked('w8')) benchMarketBacktest();
