// The life of an order on the wire, frame by frame (kiwoom-wire section 4).

import { describe, expect, it } from 'vitest';
import { Harness, OTHER_KEY, PATHS, type TestSocket } from './harness.ts';
import { ACCOUNT, SAMSUNG } from './scripted-exchange.ts';

const LIFE = ['9203', '904', '913', '905', '902', '903', '909', '911', '914', '915'] as const;

/** The members that tell a life, one row a frame. */
function life(socket: TestSocket): string[][] {
  return socket.real('00').map((values) => LIFE.map((fid) => values[fid]!));
}

function watched(options = {}): { harness: Harness; socket: TestSocket } {
  const harness = new Harness(options);
  const socket = harness.login();
  socket.register(['00', '04']);
  return { harness, socket };
}

describe('a buy order', () => {
  it('is accepted, filled in parts with cumulative and unit quantities, and done', () => {
    const { harness, socket } = watched();
    expect(harness.buy(3).json).toEqual({
      ord_no: '0000018',
      dmst_stex_tp: 'KRX',
      return_code: 0,
      return_msg: '모의투자 매수주문완료',
    });
    harness.exchange.fill('18', 60_700, 2);
    harness.exchange.fill('18', 60_600, 1);
    //                9203       904        913     905      902  903       909     911  914      915
    expect(life(socket)).toEqual([
      ['0000018', '0000000', '접수', '+매수', '3', '0', '', '', '', ''],
      ['0000018', '0000000', '체결', '+매수', '1', '121400', '7000', '2', '60700', '2'],
      ['0000018', '0000000', '체결', '+매수', '0', '182000', '7001', '3', '60600', '1'],
    ]);
  });

  it('writes the guide sample of an accepted market order', () => {
    const { harness, socket } = watched();
    const order = {
      dmst_stex_tp: 'KRX',
      stk_cd: '005930',
      ord_qty: '1',
      ord_uv: '',
      trde_tp: '3',
      cond_uv: '',
    };
    harness.call('kt10000', PATHS.ordr, order);
    expect(socket.frames.at(-1)).toEqual({
      data: [
        {
          type: '00',
          name: '주문체결',
          item: '005930',
          values: {
            '9201': ACCOUNT,
            '9203': '0000018',
            '9205': '',
            '9001': '005930',
            '912': 'JJ',
            '913': '접수',
            '302': '삼성전자',
            '900': '1',
            '901': '0',
            '902': '1',
            '903': '0',
            '904': '0000000',
            '905': '+매수',
            '906': '시장가',
            '907': '2',
            '908': '100000',
            '909': '',
            '910': '',
            '911': '',
            '10': '+60700',
            '27': '+60700',
            '28': '60300',
            '914': '',
            '915': '',
            '938': '0',
            '939': '0',
            '919': '0',
            '920': '',
            '921': '0701002',
            '922': '00',
            '923': '00000000',
            '10010': '',
            '2134': '1',
            '2135': 'KRX',
            '2136': 'N',
          },
        },
      ],
      trnm: 'REAL',
    });
  });
});

describe('a cancel', () => {
  it('of an unfilled order: accepted, confirmed, and the original once more as 접수 with nothing left', () => {
    const { harness, socket } = watched();
    harness.buy(3);
    expect(harness.cancel('0000018').json).toEqual({
      ord_no: '0000019',
      base_orig_ord_no: '0000018',
      cncl_qty: '000000000003',
      return_code: 0,
      return_msg: '매수취소 주문입력이 완료되었습니다',
    });
    expect(life(socket).slice(1)).toEqual([
      ['0000019', '0000018', '접수', '매수취소', '3', '0', '', '', '', ''],
      ['0000019', '0000018', '확인', '매수취소', '0', '0', '', '', '', ''],
      ['0000018', '0000000', '접수', '+매수', '0', '0', '', '', '', ''],
    ]);
  });

  it('of a part-filled order closes it as 체결 with blank fill fields', () => {
    const { harness, socket } = watched();
    harness.buy(3);
    harness.exchange.fill('18', 60_700, 2);
    harness.cancel('18');
    expect(life(socket).at(-1)).toEqual([
      '0000018',
      '0000000',
      '체결',
      '+매수',
      '0',
      '121400',
      '',
      '',
      '',
      '',
    ]);
  });
});

describe('a modify', () => {
  it('has a number of its own, and what it trades later is an ordinary order', () => {
    const { harness, socket } = watched();
    harness.buy(3);
    const fields = {
      dmst_stex_tp: 'KRX',
      orig_ord_no: '0000018',
      stk_cd: '005930',
      mdfy_qty: '3',
      mdfy_uv: '60800',
    };
    expect(harness.call('kt10002', PATHS.ordr, fields).json).toMatchObject({
      ord_no: '0000019',
      base_orig_ord_no: '0000018',
      mdfy_qty: '000000000003',
      return_msg: '매수정정 주문입력이 완료되었습니다',
    });
    harness.exchange.fill('19', 60_800, 3);
    expect(
      life(socket)
        .slice(1)
        .map((row) => row.slice(0, 4)),
    ).toEqual([
      ['0000019', '0000018', '접수', '매수정정'],
      ['0000019', '0000018', '확인', '매수정정'],
      ['0000019', '0000018', '체결', '+매수'],
    ]);
  });
});

describe('an order that expires', () => {
  it.each([
    [0, '접수'],
    [2, '체결'],
  ])(
    'with %i shares filled is reported once more as %s, with nothing left and blank fill fields',
    (filled, state) => {
      const { harness, socket } = watched();
      harness.buy(3);
      if (filled > 0) harness.exchange.fill('18', 60_700, filled);
      const order = { ...harness.exchange.order('18'), status: 'expired' as const };
      harness.exchange.emit({
        type: 'order-notice',
        at: harness.exchange.now,
        kind: 'expired',
        order,
        fill: null,
      });
      expect(socket.real('00').at(-1)).toMatchObject({
        '913': state,
        '902': '0',
        '909': '',
        '911': '',
        '915': '',
      });
    },
  );
});

describe('notices', () => {
  it('go to the account of the token and to nobody else', () => {
    const { harness, socket } = watched();
    const stranger = harness.connect();
    stranger.send({ trnm: 'LOGIN', token: harness.issue(OTHER_KEY) });
    stranger.register(['00', '04']);
    harness.buy();
    harness.exchange.fill('18', 60_700, 1);
    expect([socket.real('00').length, socket.real('04').length]).toEqual([2, 1]);
    expect([stranger.real('00').length, stranger.real('04').length]).toEqual([0, 0]);
  });

  it('of the balance tell what is held, its average and what may be sold', () => {
    const { harness, socket } = watched();
    harness.exchange.holdingsNow = [
      {
        symbol: '005930',
        name: SAMSUNG.name,
        quantity: 102,
        sellable: 100,
        cost: 15_719_834,
        value: 6_191_400,
        profit: 0,
        price: 60_700,
        previousClose: 60_300,
        buyCommission: 0,
        sellCommission: 0,
        tax: 0,
        boughtToday: 4,
        soldToday: 0,
      },
    ];
    harness.exchange.trades = [
      {
        symbol: '005930',
        buyQuantity: 4,
        buyAmount: 242_800,
        sellQuantity: 0,
        sellAmount: 0,
        commissionAndTax: 0,
        profit: 0,
      },
    ];
    harness.buy(4);
    harness.exchange.fill('18', 60_700, 4);
    expect(socket.real('04')[0]).toMatchObject({
      '930': '102',
      '931': '154116',
      '932': '15719834',
      '933': '100',
      '945': '4',
      '946': '2',
      '307': '60300',
    });
  });

  it('come after their answer in the same moment when nothing goes wrong', () => {
    const { harness, socket } = watched();
    const order = JSON.stringify({ dmst_stex_tp: 'KRX', stk_cd: '005930', ord_qty: '1', trde_tp: '3' });
    const headers = { 'api-id': 'kt10000', authorization: `Bearer ${harness.token}` };
    let noticesAtAnswer = -1;
    harness.core.handleRest({ method: 'POST', path: PATHS.ordr, headers, body: order }, () => {
      noticesAtAnswer = socket.real('00').length;
    });
    expect([noticesAtAnswer, socket.real('00').length]).toEqual([0, 1]);
  });
});
