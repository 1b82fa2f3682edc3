// A client in a thread of its own: logs in, registers, and counts what arrives until it is told to stop. It reads every frame
// and looks at nothing, so that what is measured is the server.

import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';

interface Job {
  readonly wsUrl: string;
  readonly token: string;
  readonly symbols: readonly string[];
  readonly types: readonly string[];
}

/** What the thread tells when it is asked `count`: frames and bytes since it was asked last. */
export interface FrameCount {
  readonly frames: number;
  readonly bytes: number;
}

const { wsUrl, token, symbols, types } = workerData as Job;
let frames = 0;
let bytes = 0;
const socket = new WebSocket(wsUrl, { perMessageDeflate: false });
socket.on('open', () => socket.send(JSON.stringify({ trnm: 'LOGIN', token })));
socket.on('message', (data: Buffer) => {
  frames++;
  bytes += data.length;
  if (data.length > 200) return;
  const { trnm } = JSON.parse(String(data)) as { trnm?: string };
  if (trnm === 'PING') socket.send(data);
  else if (trnm === 'LOGIN') {
    socket.send(
      JSON.stringify({ trnm: 'REG', grp_no: '1', refresh: '1', data: [{ item: symbols, type: types }] }),
    );
  } else if (trnm === 'REG') parentPort!.postMessage('ready');
});
parentPort!.on('message', () => {
  const count: FrameCount = { frames, bytes };
  frames = 0;
  bytes = 0;
  parentPort!.postMessage(count);
});
