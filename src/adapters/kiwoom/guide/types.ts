// Written by scripts/read-guide from the guide; do not edit.

import type {
  Ka01690Answer,
  Ka01690Request,
  Ka10072Answer,
  Ka10072Request,
  Ka10073Answer,
  Ka10073Request,
  Ka10074Answer,
  Ka10074Request,
  Ka10075Answer,
  Ka10075Request,
  Ka10076Answer,
  Ka10076Request,
  Ka10077Answer,
  Ka10077Request,
  Ka10085Answer,
  Ka10085Request,
  Ka10088Answer,
  Ka10088Request,
  Ka10170Answer,
  Ka10170Request,
  Kt00001Answer,
  Kt00001Request,
  Kt00002Answer,
  Kt00002Request,
  Kt00003Answer,
  Kt00003Request,
  Kt00004Answer,
  Kt00004Request,
  Kt00005Answer,
  Kt00005Request,
  Kt00007Answer,
  Kt00007Request,
  Kt00008Answer,
  Kt00008Request,
  Kt00009Answer,
  Kt00009Request,
  Kt00010Answer,
  Kt00010Request,
  Kt00011Answer,
  Kt00011Request,
  Kt00012Answer,
  Kt00012Request,
  Kt00013Answer,
  Kt00013Request,
  Kt00015Answer,
  Kt00015Request,
  Kt00016Answer,
  Kt00016Request,
  Kt00017Answer,
  Kt00017Request,
  Kt00018Answer,
  Kt00018Request,
} from './types/account.ts';
import type {
  Ka10060Answer,
  Ka10060Request,
  Ka10064Answer,
  Ka10064Request,
  Ka10079Answer,
  Ka10079Request,
  Ka10080Answer,
  Ka10080Request,
  Ka10081Answer,
  Ka10081Request,
  Ka10082Answer,
  Ka10082Request,
  Ka10083Answer,
  Ka10083Request,
  Ka10094Answer,
  Ka10094Request,
  Ka20004Answer,
  Ka20004Request,
  Ka20005Answer,
  Ka20005Request,
  Ka20006Answer,
  Ka20006Request,
  Ka20007Answer,
  Ka20007Request,
  Ka20008Answer,
  Ka20008Request,
  Ka20019Answer,
  Ka20019Request,
} from './types/charts.ts';
import type {
  Ka10171Answer,
  Ka10171Request,
  Ka10172Answer,
  Ka10172Request,
  Ka10173Answer,
  Ka10173Request,
  Ka10174Answer,
  Ka10174Request,
} from './types/conditions.ts';
import type {
  Kt10006Answer,
  Kt10006Request,
  Kt10007Answer,
  Kt10007Request,
  Kt10008Answer,
  Kt10008Request,
  Kt10009Answer,
  Kt10009Request,
} from './types/credit-orders.ts';
import type {
  Ka10048Answer,
  Ka10048Request,
  Ka10050Answer,
  Ka10050Request,
  Ka30001Answer,
  Ka30001Request,
  Ka30002Answer,
  Ka30002Request,
  Ka30003Answer,
  Ka30003Request,
  Ka30004Answer,
  Ka30004Request,
  Ka30005Answer,
  Ka30005Request,
  Ka30009Answer,
  Ka30009Request,
  Ka30010Answer,
  Ka30010Request,
  Ka30011Answer,
  Ka30011Request,
  Ka30012Answer,
  Ka30012Request,
} from './types/elw.ts';
import type {
  Ka40001Answer,
  Ka40001Request,
  Ka40002Answer,
  Ka40002Request,
  Ka40003Answer,
  Ka40003Request,
  Ka40004Answer,
  Ka40004Request,
  Ka40006Answer,
  Ka40006Request,
  Ka40007Answer,
  Ka40007Request,
  Ka40008Answer,
  Ka40008Request,
  Ka40009Answer,
  Ka40009Request,
  Ka40010Answer,
  Ka40010Request,
} from './types/etf.ts';
import type {
  Ka10010Answer,
  Ka10010Request,
  Ka10051Answer,
  Ka10051Request,
  Ka20001Answer,
  Ka20001Request,
  Ka20002Answer,
  Ka20002Request,
  Ka20003Answer,
  Ka20003Request,
  Ka20009Answer,
  Ka20009Request,
} from './types/industries.ts';
import type {
  Ka10008Answer,
  Ka10008Request,
  Ka10009Answer,
  Ka10009Request,
  Ka10131Answer,
  Ka10131Request,
} from './types/institutions.ts';
import type {
  Ka10068Answer,
  Ka10068Request,
  Ka10069Answer,
  Ka10069Request,
  Ka20068Answer,
  Ka20068Request,
  Ka90012Answer,
  Ka90012Request,
} from './types/lending.ts';
import type { Au10001Answer, Au10001Request, Au10002Answer, Au10002Request } from './types/oauth.ts';
import type {
  Kt10000Answer,
  Kt10000Request,
  Kt10001Answer,
  Kt10001Request,
  Kt10002Answer,
  Kt10002Request,
  Kt10003Answer,
  Kt10003Request,
} from './types/orders.ts';
import type {
  Ka10004Answer,
  Ka10004Request,
  Ka10005Answer,
  Ka10005Request,
  Ka10006Answer,
  Ka10006Request,
  Ka10007Answer,
  Ka10007Request,
  Ka10011Answer,
  Ka10011Request,
  Ka10044Answer,
  Ka10044Request,
  Ka10045Answer,
  Ka10045Request,
  Ka10046Answer,
  Ka10046Request,
  Ka10047Answer,
  Ka10047Request,
  Ka10063Answer,
  Ka10063Request,
  Ka10066Answer,
  Ka10066Request,
  Ka10078Answer,
  Ka10078Request,
  Ka10086Answer,
  Ka10086Request,
  Ka10087Answer,
  Ka10087Request,
  Ka90005Answer,
  Ka90005Request,
  Ka90006Answer,
  Ka90006Request,
  Ka90007Answer,
  Ka90007Request,
  Ka90008Answer,
  Ka90008Request,
  Ka90010Answer,
  Ka90010Request,
  Ka90013Answer,
  Ka90013Request,
} from './types/quotes.ts';
import type {
  Ka10020Answer,
  Ka10020Request,
  Ka10021Answer,
  Ka10021Request,
  Ka10022Answer,
  Ka10022Request,
  Ka10023Answer,
  Ka10023Request,
  Ka10027Answer,
  Ka10027Request,
  Ka10029Answer,
  Ka10029Request,
  Ka10030Answer,
  Ka10030Request,
  Ka10031Answer,
  Ka10031Request,
  Ka10032Answer,
  Ka10032Request,
  Ka10033Answer,
  Ka10033Request,
  Ka10034Answer,
  Ka10034Request,
  Ka10035Answer,
  Ka10035Request,
  Ka10036Answer,
  Ka10036Request,
  Ka10037Answer,
  Ka10037Request,
  Ka10038Answer,
  Ka10038Request,
  Ka10039Answer,
  Ka10039Request,
  Ka10040Answer,
  Ka10040Request,
  Ka10042Answer,
  Ka10042Request,
  Ka10053Answer,
  Ka10053Request,
  Ka10062Answer,
  Ka10062Request,
  Ka10065Answer,
  Ka10065Request,
  Ka10098Answer,
  Ka10098Request,
  Ka90009Answer,
  Ka90009Request,
} from './types/rankings.ts';
import type {
  RealTime0AAnswer,
  RealTime0ARequest,
  RealTime0BAnswer,
  RealTime0BRequest,
  RealTime0CAnswer,
  RealTime0CRequest,
  RealTime0DAnswer,
  RealTime0DRequest,
  RealTime0EAnswer,
  RealTime0ERequest,
  RealTime0FAnswer,
  RealTime0FRequest,
  RealTime0GAnswer,
  RealTime0GRequest,
  RealTime0gAnswer,
  RealTime0gRequest,
  RealTime0HAnswer,
  RealTime0HRequest,
  RealTime0JAnswer,
  RealTime0JRequest,
  RealTime0mAnswer,
  RealTime0mRequest,
  RealTime0sAnswer,
  RealTime0sRequest,
  RealTime0UAnswer,
  RealTime0URequest,
  RealTime0uAnswer,
  RealTime0uRequest,
  RealTime0wAnswer,
  RealTime0wRequest,
  RealTime1hAnswer,
  RealTime1hRequest,
  RealTime00Answer,
  RealTime00Request,
  RealTime04Answer,
  RealTime04Request,
} from './types/real-time.ts';
import type { Ka10014Answer, Ka10014Request } from './types/short-selling.ts';
import type {
  Ka00198Answer,
  Ka00198Request,
  Ka10001Answer,
  Ka10001Request,
  Ka10002Answer,
  Ka10002Request,
  Ka10003Answer,
  Ka10003Request,
  Ka10013Answer,
  Ka10013Request,
  Ka10015Answer,
  Ka10015Request,
  Ka10016Answer,
  Ka10016Request,
  Ka10017Answer,
  Ka10017Request,
  Ka10018Answer,
  Ka10018Request,
  Ka10019Answer,
  Ka10019Request,
  Ka10024Answer,
  Ka10024Request,
  Ka10025Answer,
  Ka10025Request,
  Ka10026Answer,
  Ka10026Request,
  Ka10028Answer,
  Ka10028Request,
  Ka10043Answer,
  Ka10043Request,
  Ka10052Answer,
  Ka10052Request,
  Ka10054Answer,
  Ka10054Request,
  Ka10055Answer,
  Ka10055Request,
  Ka10058Answer,
  Ka10058Request,
  Ka10059Answer,
  Ka10059Request,
  Ka10061Answer,
  Ka10061Request,
  Ka10084Answer,
  Ka10084Request,
  Ka10095Answer,
  Ka10095Request,
  Ka10099Answer,
  Ka10099Request,
  Ka10100Answer,
  Ka10100Request,
  Ka10101Answer,
  Ka10101Request,
  Ka10102Answer,
  Ka10102Request,
  Ka90003Answer,
  Ka90003Request,
  Ka90004Answer,
  Ka90004Request,
  Kt20016Answer,
  Kt20016Request,
  Kt20017Answer,
  Kt20017Request,
} from './types/stock-info.ts';
import type { Ka90001Answer, Ka90001Request, Ka90002Answer, Ka90002Request } from './types/themes.ts';

/** What each API is asked with, by our names. */
export interface GuideRequests {
  readonly au10001: Au10001Request;
  readonly au10002: Au10002Request;
  readonly ka00198: Ka00198Request;
  readonly ka01690: Ka01690Request;
  readonly ka10001: Ka10001Request;
  readonly ka10002: Ka10002Request;
  readonly ka10003: Ka10003Request;
  readonly ka10004: Ka10004Request;
  readonly ka10005: Ka10005Request;
  readonly ka10006: Ka10006Request;
  readonly ka10007: Ka10007Request;
  readonly ka10008: Ka10008Request;
  readonly ka10009: Ka10009Request;
  readonly ka10010: Ka10010Request;
  readonly ka10011: Ka10011Request;
  readonly ka10013: Ka10013Request;
  readonly ka10014: Ka10014Request;
  readonly ka10015: Ka10015Request;
  readonly ka10016: Ka10016Request;
  readonly ka10017: Ka10017Request;
  readonly ka10018: Ka10018Request;
  readonly ka10019: Ka10019Request;
  readonly ka10020: Ka10020Request;
  readonly ka10021: Ka10021Request;
  readonly ka10022: Ka10022Request;
  readonly ka10023: Ka10023Request;
  readonly ka10024: Ka10024Request;
  readonly ka10025: Ka10025Request;
  readonly ka10026: Ka10026Request;
  readonly ka10027: Ka10027Request;
  readonly ka10028: Ka10028Request;
  readonly ka10029: Ka10029Request;
  readonly ka10030: Ka10030Request;
  readonly ka10031: Ka10031Request;
  readonly ka10032: Ka10032Request;
  readonly ka10033: Ka10033Request;
  readonly ka10034: Ka10034Request;
  readonly ka10035: Ka10035Request;
  readonly ka10036: Ka10036Request;
  readonly ka10037: Ka10037Request;
  readonly ka10038: Ka10038Request;
  readonly ka10039: Ka10039Request;
  readonly ka10040: Ka10040Request;
  readonly ka10042: Ka10042Request;
  readonly ka10043: Ka10043Request;
  readonly ka10044: Ka10044Request;
  readonly ka10045: Ka10045Request;
  readonly ka10046: Ka10046Request;
  readonly ka10047: Ka10047Request;
  readonly ka10048: Ka10048Request;
  readonly ka10050: Ka10050Request;
  readonly ka10051: Ka10051Request;
  readonly ka10052: Ka10052Request;
  readonly ka10053: Ka10053Request;
  readonly ka10054: Ka10054Request;
  readonly ka10055: Ka10055Request;
  readonly ka10058: Ka10058Request;
  readonly ka10059: Ka10059Request;
  readonly ka10060: Ka10060Request;
  readonly ka10061: Ka10061Request;
  readonly ka10062: Ka10062Request;
  readonly ka10063: Ka10063Request;
  readonly ka10064: Ka10064Request;
  readonly ka10065: Ka10065Request;
  readonly ka10066: Ka10066Request;
  readonly ka10068: Ka10068Request;
  readonly ka10069: Ka10069Request;
  readonly ka10072: Ka10072Request;
  readonly ka10073: Ka10073Request;
  readonly ka10074: Ka10074Request;
  readonly ka10075: Ka10075Request;
  readonly ka10076: Ka10076Request;
  readonly ka10077: Ka10077Request;
  readonly ka10078: Ka10078Request;
  readonly ka10079: Ka10079Request;
  readonly ka10080: Ka10080Request;
  readonly ka10081: Ka10081Request;
  readonly ka10082: Ka10082Request;
  readonly ka10083: Ka10083Request;
  readonly ka10084: Ka10084Request;
  readonly ka10085: Ka10085Request;
  readonly ka10086: Ka10086Request;
  readonly ka10087: Ka10087Request;
  readonly ka10088: Ka10088Request;
  readonly ka10094: Ka10094Request;
  readonly ka10095: Ka10095Request;
  readonly ka10098: Ka10098Request;
  readonly ka10099: Ka10099Request;
  readonly ka10100: Ka10100Request;
  readonly ka10101: Ka10101Request;
  readonly ka10102: Ka10102Request;
  readonly ka10131: Ka10131Request;
  readonly ka10170: Ka10170Request;
  readonly ka10171: Ka10171Request;
  readonly ka10172: Ka10172Request;
  readonly ka10173: Ka10173Request;
  readonly ka10174: Ka10174Request;
  readonly ka20001: Ka20001Request;
  readonly ka20002: Ka20002Request;
  readonly ka20003: Ka20003Request;
  readonly ka20004: Ka20004Request;
  readonly ka20005: Ka20005Request;
  readonly ka20006: Ka20006Request;
  readonly ka20007: Ka20007Request;
  readonly ka20008: Ka20008Request;
  readonly ka20009: Ka20009Request;
  readonly ka20019: Ka20019Request;
  readonly ka20068: Ka20068Request;
  readonly ka30001: Ka30001Request;
  readonly ka30002: Ka30002Request;
  readonly ka30003: Ka30003Request;
  readonly ka30004: Ka30004Request;
  readonly ka30005: Ka30005Request;
  readonly ka30009: Ka30009Request;
  readonly ka30010: Ka30010Request;
  readonly ka30011: Ka30011Request;
  readonly ka30012: Ka30012Request;
  readonly ka40001: Ka40001Request;
  readonly ka40002: Ka40002Request;
  readonly ka40003: Ka40003Request;
  readonly ka40004: Ka40004Request;
  readonly ka40006: Ka40006Request;
  readonly ka40007: Ka40007Request;
  readonly ka40008: Ka40008Request;
  readonly ka40009: Ka40009Request;
  readonly ka40010: Ka40010Request;
  readonly ka90001: Ka90001Request;
  readonly ka90002: Ka90002Request;
  readonly ka90003: Ka90003Request;
  readonly ka90004: Ka90004Request;
  readonly ka90005: Ka90005Request;
  readonly ka90006: Ka90006Request;
  readonly ka90007: Ka90007Request;
  readonly ka90008: Ka90008Request;
  readonly ka90009: Ka90009Request;
  readonly ka90010: Ka90010Request;
  readonly ka90012: Ka90012Request;
  readonly ka90013: Ka90013Request;
  readonly kt00001: Kt00001Request;
  readonly kt00002: Kt00002Request;
  readonly kt00003: Kt00003Request;
  readonly kt00004: Kt00004Request;
  readonly kt00005: Kt00005Request;
  readonly kt00007: Kt00007Request;
  readonly kt00008: Kt00008Request;
  readonly kt00009: Kt00009Request;
  readonly kt00010: Kt00010Request;
  readonly kt00011: Kt00011Request;
  readonly kt00012: Kt00012Request;
  readonly kt00013: Kt00013Request;
  readonly kt00015: Kt00015Request;
  readonly kt00016: Kt00016Request;
  readonly kt00017: Kt00017Request;
  readonly kt00018: Kt00018Request;
  readonly kt10000: Kt10000Request;
  readonly kt10001: Kt10001Request;
  readonly kt10002: Kt10002Request;
  readonly kt10003: Kt10003Request;
  readonly kt10006: Kt10006Request;
  readonly kt10007: Kt10007Request;
  readonly kt10008: Kt10008Request;
  readonly kt10009: Kt10009Request;
  readonly kt20016: Kt20016Request;
  readonly kt20017: Kt20017Request;
  readonly '00': RealTime00Request;
  readonly '04': RealTime04Request;
  readonly '0A': RealTime0ARequest;
  readonly '0B': RealTime0BRequest;
  readonly '0C': RealTime0CRequest;
  readonly '0D': RealTime0DRequest;
  readonly '0E': RealTime0ERequest;
  readonly '0F': RealTime0FRequest;
  readonly '0G': RealTime0GRequest;
  readonly '0H': RealTime0HRequest;
  readonly '0J': RealTime0JRequest;
  readonly '0U': RealTime0URequest;
  readonly '0g': RealTime0gRequest;
  readonly '0m': RealTime0mRequest;
  readonly '0s': RealTime0sRequest;
  readonly '0u': RealTime0uRequest;
  readonly '0w': RealTime0wRequest;
  readonly '1h': RealTime1hRequest;
}

/** What each API answers, by our names. */
export interface GuideAnswers {
  readonly au10001: Au10001Answer;
  readonly au10002: Au10002Answer;
  readonly ka00198: Ka00198Answer;
  readonly ka01690: Ka01690Answer;
  readonly ka10001: Ka10001Answer;
  readonly ka10002: Ka10002Answer;
  readonly ka10003: Ka10003Answer;
  readonly ka10004: Ka10004Answer;
  readonly ka10005: Ka10005Answer;
  readonly ka10006: Ka10006Answer;
  readonly ka10007: Ka10007Answer;
  readonly ka10008: Ka10008Answer;
  readonly ka10009: Ka10009Answer;
  readonly ka10010: Ka10010Answer;
  readonly ka10011: Ka10011Answer;
  readonly ka10013: Ka10013Answer;
  readonly ka10014: Ka10014Answer;
  readonly ka10015: Ka10015Answer;
  readonly ka10016: Ka10016Answer;
  readonly ka10017: Ka10017Answer;
  readonly ka10018: Ka10018Answer;
  readonly ka10019: Ka10019Answer;
  readonly ka10020: Ka10020Answer;
  readonly ka10021: Ka10021Answer;
  readonly ka10022: Ka10022Answer;
  readonly ka10023: Ka10023Answer;
  readonly ka10024: Ka10024Answer;
  readonly ka10025: Ka10025Answer;
  readonly ka10026: Ka10026Answer;
  readonly ka10027: Ka10027Answer;
  readonly ka10028: Ka10028Answer;
  readonly ka10029: Ka10029Answer;
  readonly ka10030: Ka10030Answer;
  readonly ka10031: Ka10031Answer;
  readonly ka10032: Ka10032Answer;
  readonly ka10033: Ka10033Answer;
  readonly ka10034: Ka10034Answer;
  readonly ka10035: Ka10035Answer;
  readonly ka10036: Ka10036Answer;
  readonly ka10037: Ka10037Answer;
  readonly ka10038: Ka10038Answer;
  readonly ka10039: Ka10039Answer;
  readonly ka10040: Ka10040Answer;
  readonly ka10042: Ka10042Answer;
  readonly ka10043: Ka10043Answer;
  readonly ka10044: Ka10044Answer;
  readonly ka10045: Ka10045Answer;
  readonly ka10046: Ka10046Answer;
  readonly ka10047: Ka10047Answer;
  readonly ka10048: Ka10048Answer;
  readonly ka10050: Ka10050Answer;
  readonly ka10051: Ka10051Answer;
  readonly ka10052: Ka10052Answer;
  readonly ka10053: Ka10053Answer;
  readonly ka10054: Ka10054Answer;
  readonly ka10055: Ka10055Answer;
  readonly ka10058: Ka10058Answer;
  readonly ka10059: Ka10059Answer;
  readonly ka10060: Ka10060Answer;
  readonly ka10061: Ka10061Answer;
  readonly ka10062: Ka10062Answer;
  readonly ka10063: Ka10063Answer;
  readonly ka10064: Ka10064Answer;
  readonly ka10065: Ka10065Answer;
  readonly ka10066: Ka10066Answer;
  readonly ka10068: Ka10068Answer;
  readonly ka10069: Ka10069Answer;
  readonly ka10072: Ka10072Answer;
  readonly ka10073: Ka10073Answer;
  readonly ka10074: Ka10074Answer;
  readonly ka10075: Ka10075Answer;
  readonly ka10076: Ka10076Answer;
  readonly ka10077: Ka10077Answer;
  readonly ka10078: Ka10078Answer;
  readonly ka10079: Ka10079Answer;
  readonly ka10080: Ka10080Answer;
  readonly ka10081: Ka10081Answer;
  readonly ka10082: Ka10082Answer;
  readonly ka10083: Ka10083Answer;
  readonly ka10084: Ka10084Answer;
  readonly ka10085: Ka10085Answer;
  readonly ka10086: Ka10086Answer;
  readonly ka10087: Ka10087Answer;
  readonly ka10088: Ka10088Answer;
  readonly ka10094: Ka10094Answer;
  readonly ka10095: Ka10095Answer;
  readonly ka10098: Ka10098Answer;
  readonly ka10099: Ka10099Answer;
  readonly ka10100: Ka10100Answer;
  readonly ka10101: Ka10101Answer;
  readonly ka10102: Ka10102Answer;
  readonly ka10131: Ka10131Answer;
  readonly ka10170: Ka10170Answer;
  readonly ka10171: Ka10171Answer;
  readonly ka10172: Ka10172Answer;
  readonly ka10173: Ka10173Answer;
  readonly ka10174: Ka10174Answer;
  readonly ka20001: Ka20001Answer;
  readonly ka20002: Ka20002Answer;
  readonly ka20003: Ka20003Answer;
  readonly ka20004: Ka20004Answer;
  readonly ka20005: Ka20005Answer;
  readonly ka20006: Ka20006Answer;
  readonly ka20007: Ka20007Answer;
  readonly ka20008: Ka20008Answer;
  readonly ka20009: Ka20009Answer;
  readonly ka20019: Ka20019Answer;
  readonly ka20068: Ka20068Answer;
  readonly ka30001: Ka30001Answer;
  readonly ka30002: Ka30002Answer;
  readonly ka30003: Ka30003Answer;
  readonly ka30004: Ka30004Answer;
  readonly ka30005: Ka30005Answer;
  readonly ka30009: Ka30009Answer;
  readonly ka30010: Ka30010Answer;
  readonly ka30011: Ka30011Answer;
  readonly ka30012: Ka30012Answer;
  readonly ka40001: Ka40001Answer;
  readonly ka40002: Ka40002Answer;
  readonly ka40003: Ka40003Answer;
  readonly ka40004: Ka40004Answer;
  readonly ka40006: Ka40006Answer;
  readonly ka40007: Ka40007Answer;
  readonly ka40008: Ka40008Answer;
  readonly ka40009: Ka40009Answer;
  readonly ka40010: Ka40010Answer;
  readonly ka90001: Ka90001Answer;
  readonly ka90002: Ka90002Answer;
  readonly ka90003: Ka90003Answer;
  readonly ka90004: Ka90004Answer;
  readonly ka90005: Ka90005Answer;
  readonly ka90006: Ka90006Answer;
  readonly ka90007: Ka90007Answer;
  readonly ka90008: Ka90008Answer;
  readonly ka90009: Ka90009Answer;
  readonly ka90010: Ka90010Answer;
  readonly ka90012: Ka90012Answer;
  readonly ka90013: Ka90013Answer;
  readonly kt00001: Kt00001Answer;
  readonly kt00002: Kt00002Answer;
  readonly kt00003: Kt00003Answer;
  readonly kt00004: Kt00004Answer;
  readonly kt00005: Kt00005Answer;
  readonly kt00007: Kt00007Answer;
  readonly kt00008: Kt00008Answer;
  readonly kt00009: Kt00009Answer;
  readonly kt00010: Kt00010Answer;
  readonly kt00011: Kt00011Answer;
  readonly kt00012: Kt00012Answer;
  readonly kt00013: Kt00013Answer;
  readonly kt00015: Kt00015Answer;
  readonly kt00016: Kt00016Answer;
  readonly kt00017: Kt00017Answer;
  readonly kt00018: Kt00018Answer;
  readonly kt10000: Kt10000Answer;
  readonly kt10001: Kt10001Answer;
  readonly kt10002: Kt10002Answer;
  readonly kt10003: Kt10003Answer;
  readonly kt10006: Kt10006Answer;
  readonly kt10007: Kt10007Answer;
  readonly kt10008: Kt10008Answer;
  readonly kt10009: Kt10009Answer;
  readonly kt20016: Kt20016Answer;
  readonly kt20017: Kt20017Answer;
  readonly '00': RealTime00Answer;
  readonly '04': RealTime04Answer;
  readonly '0A': RealTime0AAnswer;
  readonly '0B': RealTime0BAnswer;
  readonly '0C': RealTime0CAnswer;
  readonly '0D': RealTime0DAnswer;
  readonly '0E': RealTime0EAnswer;
  readonly '0F': RealTime0FAnswer;
  readonly '0G': RealTime0GAnswer;
  readonly '0H': RealTime0HAnswer;
  readonly '0J': RealTime0JAnswer;
  readonly '0U': RealTime0UAnswer;
  readonly '0g': RealTime0gAnswer;
  readonly '0m': RealTime0mAnswer;
  readonly '0s': RealTime0sAnswer;
  readonly '0u': RealTime0uAnswer;
  readonly '0w': RealTime0wAnswer;
  readonly '1h': RealTime1hAnswer;
}
