// Works out how the text of an element is to be read: from its label and element name, then from the guide's examples,
// which overrule a type that could not read them.

import { decodeValue } from '../../src/adapters/kiwoom/decode/decode-values.ts';
import type { GuideValueType } from '../../src/adapters/kiwoom/guide/definition.ts';

/** An element before its type is known. */
export interface Untyped {
  readonly element: string;
  readonly label: string;
  readonly description: string;
  /** What the examples hold, as text. */
  readonly samples: readonly string[];
}

type Rule = readonly [type: GuideValueType, element: RegExp | null, label: RegExp | null];

/** The first rule whose element and label both match decides. */
const RULES: readonly Rule[] = [
  ['text', null, /Extra|메시지|화면번호|터미널|사유|색깔|매체구분|지점명|처리점|처리자|종목정보|가능여부/],
  ['code', /^(item|stk_cls|(sel|buy)_trde_ori_\d)$/, null],
  ['won', null, /(최소주문가능|총매입가.*누적|자본금|매출액|영업이익|순이익|시가총액)/],
  ['signed', /^fc_|prsm_sum|^trde_unit$/, null],
  ['orderNo', /^ori_ord$/, null],
  ['symbol', /^(stk_cd|.*_stk_cd|.*_stk_cd_\d|jmcode|9001|code)$/, /종목|단축/],
  ['orderNo', null, /주문번호/],
  ['flag', /_yn$|^2136$|^nxtEnable$/, null],
  ['code', null, /(기호|부호|구분|코드|타입|sign)\d*n?$/],
  ['code', /(_sig|_tp|_cd|_smbol|_type)(_\d+)?$|^(return_code|trnm|type)$/, null],
  ['text', null, /(명|번호|상태|종류|텍스트|유형|그룹|키|토큰|방식|방법|표시|여부)\d*(\(.*\))?$/],
  ['text', /(_nm|_no)(_\d+)?$/, null],
  ['datetime', /^cntr_tm$|^expires_dt$/, /체결시간|만료일/],
  ['time', null, /(시간|시각)n?$/],
  ['time', /(^|_)(tm|time)$/, null],
  ['date', /(^|_)dt$|^regDay$/, null],
  ['date', null, /(일자|날짜|만기일|대출일|상장일|종료일|최고가일|최저가일|시작일)$/],
  ['percent', null, /(율|률|비중|비율|강도|율\(.*\)|률\(.*\)|비율\(.*\)|비중\(%\)|로|%)n?\d*(분|일)?$/],
  ['percent', /(_rt|_wght|_ratio)(_n|_\d+)?$/, null],
  ['signed', null, /(순매수|순매도|순매매|증감|변동|대비|괴리).*(량|수)\d*$/],
  ['signed', null, /(대비|증감|변동|변동수량|증가|등락)\d*n?$/],
  ['signed', /_irds(_|$)|_pre(_\d+)?$|chg$|nettrde/, null],
  ['quantity', null, /(주수합|거래량합|체결량_단건|상장주식|유통주식)$/],
  [
    'quantity',
    null,
    /(수량|잔량|거래량|체결량|주식수|건수|횟수|종목수|갯수|좌수|일수|순위|물량|체결수|주수)n?\d*(\(.*\))?$/,
  ],
  ['quantity', /(_qty|_cnt|_req|rank|alowq|_q|stkcnt|remnq)(_\d+)?$/, null],
  [
    'won',
    null,
    /(금액|대금|손익|예수금|수수료|세금|제세금|거래세|정산금|융자금|대출금|미수금|연체료|이자|담보금|총액|투자원금|추정자산)/,
  ],
  ['won', /(_amt|_prica|_pl|_tax|_cmsn)(_\d+|_fr|_to|_d2|_fin)?$/, null],
  [
    'price',
    null,
    /(현재가|시가|고가|저가|종가|호가|단가|기준가|기준가격|상한가|하한가|체결가|평균가|매입가|행사가|행사가격|가격|이론가|대용가|액면가|예상가|중간가|최고가?|최저가?)n?\d*(\(.*\))?$/,
  ],
  ['price', /(_pric|_prc|_uv|_bid|_unp)(_\d+)?$/, null],
  ['won', /(_alow_?a?m?t?|_entra?|_loana?|_repla?|_evlta?|_grnta?|_sum|_tot)(_\d+|_fr|_to|_d2|_fin)?$/, null],
  ['won', null, /(비용|증거금)$/],
  [
    'signed',
    null,
    /(순매수|순매도|개인|개인투자자|기관|외국계|외인|외인보유|프로그램|누적|신규|상환|잔고|배당금|과표기준|배수|배당전기준|액면가단위)$/,
  ],
  [
    'signed',
    null,
    /^(합계.*|미결제약정|외화미수.*|미수\(원.*|.*자본지지점|.*변동성|PER|EPS|ROE|PBR|EV|BPS|NAV|델타|감마|쎄타|베가|로|DR\/주)$/,
  ],
];

/** What an element holds. */
export function valueTypeOf(field: Untyped): GuideValueType {
  if (field.description.includes('100배')) return 'index100';
  const type = RULES.find(
    ([, element, label]) => (element?.test(field.element) ?? true) && (label?.test(field.label) ?? true),
  )?.[0];
  if (type === undefined) return isNumeric(field.samples) ? 'signed' : 'text';
  if (type === 'quantity' && field.samples.some((sample) => /^[+-]/.test(sample))) return 'signed';
  return fitting(type, field.samples);
}

/** What to try instead of a type that cannot read an example. */
const INSTEAD: Readonly<Record<GuideValueType, GuideValueType | null>> = {
  price: 'index',
  index: 'signed',
  index100: 'signed',
  quantity: 'signed',
  won: 'signed',
  signed: 'text',
  percent: 'text',
  date: 'datetime',
  datetime: 'time',
  time: 'text',
  symbol: 'code',
  orderNo: 'text',
  flag: 'text',
  code: null,
  text: null,
};

function fitting(type: GuideValueType, samples: readonly string[]): GuideValueType {
  const instead = INSTEAD[type];
  return instead === null || samples.every((sample) => canRead(type, sample))
    ? type
    : fitting(instead, samples);
}

/** True when `type` makes something of `sample`, or when there is nothing in it. */
export function canRead(type: GuideValueType, sample: string): boolean {
  if (/^[\s0+.%:-]*$/.test(sample)) return true;
  return decodeValue(type === 'index' || type === 'index100' ? 'signed' : type, sample) !== null;
}

function isNumeric(samples: readonly string[]): boolean {
  const filled = samples.filter((sample) => sample.trim() !== '');
  return filled.length > 0 && filled.every((sample) => /^[+-]*\d*\.?\d+%?$/.test(sample));
}
