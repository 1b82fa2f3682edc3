// Listings by the hundred, made from a seed: names, codes, prices and volumes of the kind KRX has. All but the five that every
// market begins with are made up (a likeness is chance); sizes are spread as in real markets, few large and many small.

import { krxCalendar } from '#domain/calendar.ts';
import type { Market } from '#domain/instrument.ts';
import { floorToTick, tickTable } from '#domain/tick.ts';
import type { Price, SymbolCode, TradeDate } from '#domain/units.ts';
import { Random } from '../random.ts';
import { designatedListings } from './designated-listings.ts';
import { DEFAULT_LISTINGS, type Listing } from './listing.ts';
import { SECTORS, type Sector } from './market-sectors.ts';

/** One of this many listings is a fund. */
const FUND_EVERY = 12;
const KOSDAQ_SHARE = 0.6;
/** The largest of so many KOSPI names are the members of KOSPI 200. */
const KOSPI_200_SHARE = 0.25;
/** Grid by which starting prices are rounded; any later date has a finer one. */
const ROUNDING_DATE = '2023-01-25';

const FIRST_SYLLABLES = [
  '한',
  '대',
  '동',
  '신',
  '세',
  '삼',
  '성',
  '유',
  '태',
  '진',
  '우',
  '영',
  '미',
  '서',
  '광',
  '화',
  '제',
  '원',
  '경',
  '보',
];
const SECOND_SYLLABLES = [
  '빛',
  '양',
  '진',
  '원',
  '림',
  '산',
  '주',
  '명',
  '호',
  '온',
  '솔',
  '건',
  '흥',
  '창',
  '아',
  '리',
  '람',
  '율',
  '담',
  '결',
];

/** What companies of a sector call themselves. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  '005': ['식품', '제당', 'F&B'],
  '008': ['화학', '케미칼', '첨단소재'],
  '009': ['제약', '약품', '바이오로직스'],
  '011': ['제강', '특수강', '금속'],
  '012': ['중공업', '기계', '로보틱스'],
  '013': ['전자', '전기', '디스플레이'],
  '015': ['자동차', '모비스', '조선'],
  '016': ['상사', '홈쇼핑', '리테일'],
  '018': ['건설', '이앤씨', '산업개발'],
  '021': ['금융지주', '증권', '화재'],
  '026': ['홀딩스', '엔터', '게임즈'],
  '119': ['케미칼', '소재', '에코'],
  '120': ['바이오', '제약', '셀'],
  '123': ['머시너리', '로봇', '이엔지'],
  '124': ['배터리', '일렉트릭', '에너지'],
  '125': ['메디칼', '덴탈', '헬스케어'],
  '132': ['소프트', '시스템즈', 'AI'],
  '136': ['반도체', '세미', '테크'],
  '137': ['텍', '디바이스', '옵틱스'],
};

/** Kinds of funds, the multiple they follow the market with, and their price to begin with. */
const FUNDS: readonly { readonly name: string; readonly leverage: number; readonly price: Price }[] = [
  { name: '레버리지', leverage: 2, price: 21_000 },
  { name: '인버스', leverage: -1, price: 4_400 },
  { name: '200선물인버스2X', leverage: -2, price: 1_900 },
  { name: '200', leverage: 1, price: 36_400 },
  { name: '코스피', leverage: 1, price: 29_700 },
  { name: '코스닥150레버리지', leverage: 2, price: 9_800 },
  { name: '고배당', leverage: 1, price: 13_200 },
  { name: 'TOP10', leverage: 1, price: 11_500 },
];
const FUND_BRANDS = ['황소', '한울', '너울', '가온'] as const;

/**
 * The five default listings and then synthetic ones, `count` in all. The same seed gives the same ones, fewer or more of them.
 * With `designatedFrom`, a first trading day, a few of them are designated from then on.
 */
export function makeListings(
  seed: number,
  count: number,
  designatedFrom: TradeDate | null = null,
): readonly Listing[] {
  const listings = plainListings(seed, count);
  return designatedFrom === null ? listings : designatedListings(seed, listings, designatedFrom, krxCalendar);
}

function plainListings(seed: number, count: number): readonly Listing[] {
  const listings: Listing[] = DEFAULT_LISTINGS.slice(0, count);
  const symbols = new Set(listings.map(({ instrument }) => instrument.symbol));
  const names = new Set(listings.map(({ instrument }) => instrument.name));
  const random = new Random(seed, 'listings');
  for (let number = 1; listings.length < count; number++) {
    const symbol = newSymbol(symbols, random);
    const listing =
      number % FUND_EVERY === 0 ? fund(number / FUND_EVERY, symbol, random) : share(symbol, random);
    const name = unusedName(listing.instrument.name, names);
    listings.push({ ...listing, instrument: { ...listing.instrument, name } });
  }
  return listings;
}

function share(symbol: SymbolCode, random: Random): Listing {
  const market: Market = random.happens(KOSDAQ_SHARE) ? 'KOSDAQ' : 'KOSPI';
  const sectors = SECTORS.filter((each) => each.market === market);
  const sector = sectors[random.integer(sectors.length)]!;
  const isKospi = market === 'KOSPI';
  const size = random.normal();
  // Won: the median company is worth 0.9 trillion on KOSPI and 0.2 trillion on KOSDAQ.
  const worth = (isKospi ? 9e11 : 2e11) * Math.exp((isKospi ? 1.5 : 1) * size);
  const price = roundPrice(
    (isKospi ? 26_000 : 9_000) * Math.exp(0.35 * size + 0.9 * random.normal()),
    market,
  );
  const listedShares = Math.max(1_000_000, Math.round(worth / price));
  // Half a per cent of the shares on KOSPI, a little over one on KOSDAQ, more of the wild ones.
  const dailyVolatility = clamp(
    (isKospi ? 0.014 : 0.022) * random.logNormal(0.35) - 0.001 * size,
    0.008,
    0.06,
  );
  const turnover = (isKospi ? 0.005 : 0.012) * (dailyVolatility / 0.018) * random.logNormal(0.6);
  return {
    instrument: { symbol, name: nameOf(sector, random), market, kind: 'stock', leverage: 1 },
    listedShares,
    startPrice: price,
    dailyVolatility,
    beta: clamp(1 + 0.3 * random.normal(), 0.3, 2),
    dailyVolume: Math.max(2_000, Math.round(listedShares * turnover)),
    sector: sector.code,
    isInKospi200: isKospi && random.happens(KOSPI_200_SHARE * Math.exp(size)),
    isOnNxt: worth > 5e11,
  };
}

function fund(number: number, symbol: SymbolCode, random: Random): Listing {
  const { name, leverage, price } = FUNDS[(number - 1) % FUNDS.length]!;
  const brand = FUND_BRANDS[Math.floor((number - 1) / FUNDS.length) % FUND_BRANDS.length]!;
  const isMultiple = leverage !== 1;
  return {
    instrument: { symbol, name: `${brand} ${name}`, market: 'KOSPI', kind: 'etf', leverage },
    listedShares: Math.round(60_000_000 * random.logNormal(0.8)),
    startPrice: price,
    dailyVolatility: 0.001,
    beta: leverage,
    dailyVolume: Math.round((isMultiple ? 12_000_000 : 400_000) * random.logNormal(0.7)),
    sector: null,
    isOnNxt: false,
  };
}

function nameOf(sector: Sector, random: Random): string {
  const pick = (parts: readonly string[]): string => parts[random.integer(parts.length)]!;
  return `${pick(FIRST_SYLLABLES)}${pick(SECOND_SYLLABLES)}${pick(ENDINGS[sector.code] ?? ['산업'])}`;
}

/** A six-digit code as common shares have it: it ends in 0. */
function newSymbol(taken: Set<SymbolCode>, random: Random): SymbolCode {
  for (;;) {
    const symbol = String((1_000 + random.integer(46_000)) * 10).padStart(6, '0');
    if (taken.has(symbol)) continue;
    taken.add(symbol);
    return symbol;
  }
}

/** The name itself, or with a number behind it when it is taken. */
function unusedName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

function roundPrice(price: number, market: Market): Price {
  const table = tickTable({ market, kind: 'stock' }, ROUNDING_DATE);
  return floorToTick(table, Math.round(clamp(price, 600, 900_000)));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
