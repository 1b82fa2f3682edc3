// Every TR about the market, by the guide's groups.

import { ka20004, ka20005, ka20006, ka20007, ka20008, ka20019 } from './charts/index-charts.ts';
import { ka10079, ka10080, ka10081, ka10082, ka10083, ka10094 } from './charts/stock-charts.ts';
import { ka10087, ka10098 } from './market/after-hours.ts';
import { ka10004, ka10007, ka10095 } from './market/books.ts';
import { ka10005, ka10006, ka10015, ka10047, ka10086 } from './market/daily-tables.ts';
import { ka40002, ka40003, ka40004, ka40006, ka40007, ka40008, ka40010 } from './market/etf.ts';
import { ka40001, ka40009 } from './market/etf-values.ts';
import { ka10101, ka20001, ka20002, ka20003, ka20009 } from './market/industries.ts';
import { ka10001, ka10099, ka10100, ka10102 } from './market/stock-info.ts';
import { ka10003, ka10046, ka10055, ka10084 } from './market/trades.ts';
import { ka10040, ka10053 } from './participants/brokers/broker-board.ts';
import { ka10043, ka10078 } from './participants/brokers/broker-days.ts';
import { ka10052 } from './participants/brokers/broker-moments.ts';
import { ka10037, ka10038, ka10039, ka10042 } from './participants/brokers/broker-rankings.ts';
import { ka10002 } from './participants/brokers/brokers-of-stock.ts';
import { ka10008, ka10034, ka10035, ka10036 } from './participants/investors/foreign-rankings.ts';
import { ka10009, ka10045, ka10059, ka10060, ka10061 } from './participants/investors/investor-days.ts';
import { ka10051 } from './participants/investors/investor-industries.ts';
import { ka90009 } from './participants/investors/investor-pairs.ts';
import { ka10044, ka10058, ka10062, ka10065 } from './participants/investors/investor-rankings.ts';
import { ka10063, ka10064, ka10066 } from './participants/investors/investor-session.ts';
import { ka10131 } from './participants/investors/investor-streaks.ts';
import { ka10010 } from './participants/programs/program-customers.ts';
import { ka90005, ka90007, ka90010 } from './participants/programs/program-market.ts';
import { ka90008 } from './participants/programs/program-minutes.ts';
import { ka90003, ka90004, ka90013 } from './participants/programs/program-stocks.ts';
import { ka10054 } from './rankings/interruptions.ts';
import { ka10025 } from './rankings/price-bands.ts';
import {
  ka10020,
  ka10021,
  ka10022,
  ka10023,
  ka10027,
  ka10029,
  ka10030,
  ka10031,
  ka10032,
} from './rankings/rankings.ts';
import { ka10016, ka10017, ka10018, ka10019, ka10024, ka10028 } from './rankings/stock-rankings.ts';
import type { Tr } from './tr.ts';

export const MARKET_TRS: readonly Tr[] = [
  ...[ka10079, ka10080, ka10081, ka10082, ka10083, ka10094],
  ...[ka20004, ka20005, ka20006, ka20007, ka20008, ka20019],
  ...[ka10001, ka10002, ka10003, ka10015, ka10016, ka10017, ka10018, ka10019, ka10024, ka10025, ka10028],
  ...[ka10054, ka10055, ka10084, ka10095, ka10099, ka10100, ka10101, ka10102],
  ...[ka10004, ka10005, ka10006, ka10007, ka10046, ka10047, ka10086],
  ...[ka10020, ka10021, ka10022, ka10023, ka10027, ka10029, ka10030, ka10031, ka10032],
  ...[ka20001, ka20002, ka20003, ka20009],
  ...[ka10037, ka10038, ka10039, ka10040, ka10042, ka10043, ka10052, ka10053, ka10078],
  ...[ka10010, ka90003, ka90004, ka90005, ka90007, ka90008, ka90010, ka90013],
  ...[ka10044, ka10045, ka10051, ka10058, ka10059, ka10060, ka10061, ka10062, ka10063, ka10064, ka10065],
  ...[ka10008, ka10009, ka10034, ka10035, ka10036, ka10066, ka10131, ka90009],
  ...[ka10087, ka10098],
  ...[ka40001, ka40002, ka40003, ka40004, ka40006, ka40007, ka40008, ka40009, ka40010],
];
