// `hwangso order`: a person's own orders. They go through risk and the ledger like those of a strategy, and nothing is sent
// before the person said yes.

import type { Command } from 'commander';
import type { Words } from '#app/messages.ts';
import type { OrderSide } from '#domain/order.ts';
import { addCommand, addGroup, type CommandHost, type OptionSpec } from '../command.ts';
import { parsePrice, parseQuantity, parseSymbol } from '../values.ts';

export interface OrderChoices {
  readonly price?: number;
  readonly bestCounter?: boolean;
  readonly bestOwn?: boolean;
  readonly ioc?: boolean;
  readonly fok?: boolean;
  readonly reason?: string;
  readonly yes?: boolean;
  readonly realMoney?: boolean;
}

const CONFIG = { name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } } as const;
const SIDES: Readonly<Record<OrderSide, Words>> = {
  buy: { ko: '매수 주문을 냅니다', en: 'Buy' },
  sell: { ko: '매도 주문을 냅니다', en: 'Sell' },
};
const CONSENT: readonly OptionSpec[] = [
  {
    flags: '--reason <text>',
    summary: { ko: '장부에 남길 이유', en: 'the reason, kept in the ledger' },
  },
  { flags: '--yes', summary: { ko: '묻지 않고 보냅니다', en: 'do not ask' } },
  {
    flags: '--real-money',
    summary: {
      ko: '실제 돈으로 거래함을 확인합니다 (설정의 broker.realMoney와 함께)',
      en: 'confirms that this is real money (together with broker.realMoney)',
    },
  },
];
const PRICING: readonly OptionSpec[] = [
  {
    flags: '--price <won>',
    summary: { ko: '지정가 (없으면 시장가)', en: 'limit price (market order without)' },
    parse: parsePrice,
  },
  { flags: '--best-counter', summary: { ko: '최유리지정가', en: 'at the best opposite quote' } },
  { flags: '--best-own', summary: { ko: '최우선지정가', en: 'at the best quote of its own side' } },
  {
    flags: '--ioc',
    summary: { ko: '즉시 체결하고 나머지는 취소', en: 'fill at once, cancel what is left' },
  },
  { flags: '--fok', summary: { ko: '전량 즉시 체결, 아니면 취소', en: 'all at once or not at all' } },
];

export function addOrderCommands(program: Command, host: CommandHost): void {
  const order = addGroup(program, host, {
    name: 'order',
    summary: {
      ko: '직접 주문합니다 (위험 한도와 원장을 거칩니다)',
      en: 'Orders of your own, through risk and the ledger',
    },
    examples: [
      {
        line: 'hwangso order buy config/mock.yaml 005930 10 --price 70000',
        does: { ko: '지정가 매수, 보내기 전에 묻습니다', en: 'a limit order to buy; asks before it is sent' },
      },
    ],
  });
  for (const side of ['buy', 'sell'] as const) addSide(order, host, side);
  addCommand<[string, string], OrderChoices>(order, host, {
    name: 'cancel',
    summary: { ko: '미체결 주문을 취소합니다', en: 'Cancel what is left of an order' },
    arguments: [
      CONFIG,
      {
        name: '<order>',
        summary: {
          ko: '원장의 주문 번호 또는 증권사 주문번호',
          en: 'number of the order in the ledger, or at the broker',
        },
      },
    ],
    options: CONSENT,
    examples: [
      {
        line: 'hwangso order cancel config/mock.yaml 20250915-000003',
        does: { ko: '남은 수량을 취소합니다', en: 'cancels the rest' },
      },
    ],
    run: async (context, [config, id], options) =>
      (await import('../actions/order.ts')).cancelOrder(context, config, id, options),
  });
  addCommand<[string], object>(order, host, {
    name: 'list',
    summary: { ko: '미체결 주문을 봅니다', en: 'List the orders that still work' },
    arguments: [CONFIG],
    examples: [
      { line: 'hwangso order list config/mock.yaml', does: { ko: '미체결 주문', en: 'open orders' } },
    ],
    run: async (context, [config]) => (await import('../actions/order.ts')).listOrders(context, config),
  });
}

function addSide(order: Command, host: CommandHost, side: OrderSide): void {
  addCommand<[string, string, number], OrderChoices>(order, host, {
    name: side,
    summary: SIDES[side],
    arguments: [
      CONFIG,
      { name: '<symbol>', summary: { ko: '종목코드', en: 'symbol' }, parse: parseSymbol },
      { name: '<shares>', summary: { ko: '주식 수', en: 'number of shares' }, parse: parseQuantity },
    ],
    options: [...PRICING, ...CONSENT],
    examples: [
      {
        line: `hwangso order ${side} config/mock.yaml 005930 10 --price 70000`,
        does: { ko: '지정가', en: 'a limit order' },
      },
      {
        line: `hwangso order ${side} config/mock.yaml 005930 10 --yes --reason "rebalance"`,
        does: { ko: '묻지 않고 시장가로', en: 'a market order, without being asked' },
      },
    ],
    run: async (context, [config, symbol, quantity], options) =>
      (await import('../actions/order.ts')).placeOrder(context, config, { side, symbol, quantity }, options),
  });
}
