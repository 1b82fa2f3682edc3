// The page's server: who may look, who may press a button, and what the stream carries.

import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KiwoomServerCore } from '#adapters/kiwoom-server/core.ts';
import { ExchangeDriver } from '#adapters/kiwoom-server/exchange-driver.ts';
import { FaultDesk } from '#adapters/kiwoom-server/faults/fault-desk.ts';
import { type PageCommand, startPage } from '#adapters/kiwoom-server/web/page-server.ts';
import { PageView } from '#adapters/kiwoom-server/web/page-view.ts';
import { VirtualClock } from '#test/support/virtual-clock.ts';
import { Harness, KEY } from '../harness.ts';
import { ScriptedExchange } from '../scripted-exchange.ts';

const TOKEN = 'a-token-that-nobody-guesses';

async function start() {
  const clock = new VirtualClock(0);
  const commands: PageCommand[] = [];
  const page = await startPage({
    port: 0,
    token: TOKEN,
    clock,
    look: (symbol, venue) => ({ symbol, venue, at: clock.now() }),
    control(command, lang) {
      commands.push(command);
      return command.action === 'speed' ? `no such speed (${lang})` : null;
    },
  });
  onTestFinished(() => page.close());
  return { page, clock, commands };
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function ask(url: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<Reply>((resolve, reject) => {
    const asked = request(url, { method: init.method ?? 'GET', headers: init.headers ?? {} }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += String(part);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end(init.body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const press = (url: string, command: unknown, headers: Record<string, string> = JSON_TYPE) =>
  ask(`${url}control`, { method: 'POST', headers, body: JSON.stringify(command) });

describe('the page', () => {
  it.each([
    ['', 'text/html', '<!doctype html>'],
    ['exchange.js', 'text/javascript', 'EventSource'],
    ['exchange-dom.js', 'text/javascript', 'isEqualNode'],
    ['exchange-book.js', 'text/javascript', 'showInstrument'],
    ['exchange-tables.js', 'text/javascript', 'showTables'],
    ['exchange-words.js', 'text/javascript', '모의 거래소'],
    ['exchange.css', 'text/css', 'color-scheme'],
  ])('serves "%s", and lets it load nothing from elsewhere', async (name, type, part) => {
    const { page } = await start();
    const { status, text, headers } = await ask(page.url + name);
    expect([status, text.includes(part)]).toEqual([200, true]);
    expect(headers['content-type']).toBe(`${type};charset=UTF-8`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).not.toMatch(/https?:\/\/(?!127)/);
  });

  it.each([
    ['without the token', (url: string) => url.replace(TOKEN, ''), {}],
    ['with another token', (url: string) => url.replace(TOKEN, TOKEN.replace('a', 'b')), {}],
    ['with a part of it', (url: string) => url.replace(TOKEN, TOKEN.slice(1)), {}],
    ['under another name', (url: string) => url, { host: 'evil.example' }],
    ['for another file', (url: string) => `${url}../page-server.ts`, {}],
  ])('is not found %s', async (_name, change, headers) => {
    const { page } = await start();
    expect((await ask(change(page.url), { headers })).status).toBe(404);
  });
});

describe('a button', () => {
  it.each<PageCommand>([
    { action: 'pause' },
    { action: 'resume' },
    { action: 'inject', text: '- { fault: kick }' },
    { action: 'remove', number: 3 },
    { action: 'halt', symbol: '005930' },
  ])('%j is obeyed', async (command) => {
    const { page, commands } = await start();
    expect((await press(page.url, command)).status).toBe(204);
    expect(commands).toEqual([command]);
  });

  it('that asks for nonsense is told so, in its language', async () => {
    const { page } = await start();
    const reply = await press(page.url, { action: 'speed', speed: '-1', lang: 'ko' });
    expect([reply.status, reply.text]).toEqual([400, 'no such speed (ko)']);
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['no command', { action: 'format' }, JSON_TYPE, 400],
    ['a command half said', { action: 'remove', number: 'x' }, JSON_TYPE, 400],
    ['no object', 7, JSON_TYPE, 400],
    ['a form of another page', { action: 'pause' }, { 'content-type': 'text/plain' }, 403],
    ['a script of another page', { action: 'pause' }, { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
    ['too much', { action: 'inject', text: 'x'.repeat(20_000) }, JSON_TYPE, 400],
  ])('%s does nothing', async (_name, command, headers, status) => {
    const { page, commands } = await start();
    expect((await press(page.url, command, headers)).status).toBe(status);
    expect(commands).toEqual([]);
  });
});

it('streams four pictures a second of what was asked for, until the page is gone', async () => {
  const { page, clock } = await start();
  const pictures: unknown[] = [];
  await new Promise<void>((resolve) => {
    const asked = request(`${page.url}events?symbol=000660&venue=NXT`, (answer) => {
      answer.on('data', (part) => {
        for (const line of String(part).split('\n\n').filter(Boolean))
          pictures.push(JSON.parse(line.slice(6)));
        if (pictures.length === 2) {
          answer.destroy();
          resolve();
        } else clock.advanceBy(250);
      });
      answer.on('error', () => undefined);
    });
    asked.end();
  });
  expect(pictures).toEqual([
    { symbol: '000660', venue: 'NXT', at: 0 },
    { symbol: '000660', venue: 'NXT', at: 250 },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(clock.nextWakeAt).toBeNull();
});

it('shows market, book, trades, accounts, orders, sessions and faults', () => {
  const exchange = new ScriptedExchange();
  const clock = new VirtualClock(0);
  const faults = new FaultDesk({ rules: [], seed: 1, now: () => exchange.now });
  const core = new KiwoomServerCore({ exchange, clock, keys: [KEY], limits: null, faults });
  const driver = new ExchangeDriver({ exchange, clock, speed: 60 });
  const view = new PageView({ exchange, core, driver, faults });
  const session = core.openSession({ send: () => undefined, close: () => undefined, bufferedBytes: () => 5 });
  const asked = { grant_type: 'client_credentials', appkey: KEY.appKey, secretkey: KEY.secretKey };
  core.handleRest(
    { method: 'POST', path: '/oauth2/token', headers: {}, body: JSON.stringify(asked) },
    (outcome) => {
      if (outcome.type !== 'answered') throw new Error(outcome.type);
      session.receive(JSON.stringify({ trnm: 'LOGIN', token: JSON.parse(outcome.response.body).token }));
    },
  );
  const data = [
    { item: ['005930', '005930_AL'], type: ['0B', '0D'] },
    { item: [''], type: ['00'] },
  ];
  session.receive(JSON.stringify({ trnm: 'REG', grp_no: '1', refresh: '1', data }));
  faults.add({
    fault: { type: 'slow-answer', delay: { min: 1, max: 2 } },
    start: { type: 'at', msOfDay: 32_400_000 },
    on: { tr: ['orders'], frame: null, nth: 2, every: 3 },
    forMs: 5_000,
    count: 4,
    chance: 0.5,
  });
  exchange.orders.submit(KEY.account, {
    ...{ symbol: '005930', side: 'buy', quantity: 3, timeInForce: 'day' },
    pricing: { type: 'limit', price: 60_700 },
  });
  for (let quantity = 1; quantity <= 30; quantity++) {
    exchange.emit({
      ...{ type: 'trade', at: exchange.now, symbol: '005930', price: 60_700, quantity, aggressor: 'buy' },
      ...{ venue: 'KRX', hours: 'regular' },
    });
  }
  const picture = JSON.parse(JSON.stringify(view.look('999999', 'NXT')));
  expect(picture).toMatchObject({
    ...{ time: '2026-11-20 10:00:00', phase: 'continuous', isRunning: false, speed: '60', symbol: '005930' },
    market: [{ symbol: '005930', name: '삼성전자', last: 60_700, base: 60_300 }],
    ...{ venue: 'KRX', venues: ['KRX'], designations: [] },
    day: { base: 60_300, last: 60_700, stage: 'continuous' },
    book: {
      ...{ asks: [{ price: 60_700 }, { price: 60_800 }], bids: [{ price: 60_300, own: 0 }], base: 60_300 },
      ...{ totalAsk: 150, totalBid: 50 },
    },
    accounts: [{ id: KEY.account, shares: 0, loans: 0, profit: 0, holdings: [] }],
    orders: [{ account: KEY.account, orderNo: '18', side: 'buy', quantity: 3, filled: 0, status: 'working' }],
    sessions: [
      {
        ...{ account: KEY.account, bufferedBytes: 5, isDeaf: false },
        registered: [
          { type: '0B', items: ['005930', '005930_AL'] },
          { type: '0D', items: ['005930', '005930_AL'] },
          { type: '00', items: [] },
        ],
      },
    ],
  });
  expect(picture.tape).toHaveLength(20);
  expect(picture.tape[0].quantity).toBe(30);
  expect(picture.faults[0].text).toBe(
    'slow-answer · delay 1..2 ms · at 09:00:00 · tr orders · from the 2. · every 3. · for 5 s · 4 times · probability 0.5',
  );
  view.dispose();
});

it('changes the speed while time runs', () => {
  const { exchange, clock } = new Harness();
  const driver = new ExchangeDriver({ exchange, clock, speed: 1 });
  driver.resume();
  const from = exchange.now;
  clock.advanceBy(1_000);
  driver.speed = 60;
  clock.advanceBy(1_000);
  expect(exchange.now - from).toBe(61_000);
  expect([driver.speed, driver.speedText]).toEqual([60, '60']);
});
