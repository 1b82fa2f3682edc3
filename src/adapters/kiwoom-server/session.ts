// One WebSocket of a client: LOGIN within ten seconds, PING and its echo, REG and REMOVE, and Kiwoom's ways of ending a
// session. All timers are wall-clock; texts and codes are the recorded ones (kiwoom-wire 1.2–1.12).

import { type Clock, SECOND_MS } from '#domain/time.ts';
import { LOGIN_REFUSED, LOGIN_REFUSED_TEXT, rateLimited } from './answers.ts';
import type { ConditionDesk } from './conditions/condition-desk.ts';
import type { FaultPlan, FrameKind } from './faults/faults.ts';
import { type BufferLimits, FrameLane } from './frames/frame-lane.ts';
import { isServedType } from './frames/real-types.ts';
import type { SessionLink } from './protocol.ts';
import { GROUP_FULL, type RegistrationEntry, Registrations, TOTAL_FULL } from './registrations.ts';
import { wholeAsText, withNumbersAsText } from './rest-words.ts';
import type { ServerKey } from './token-desk.ts';

/** A client that has not logged in is dropped this long after its last frame (kiwoom-wire 1.9). */
const LOGIN_MS_MAX = 10 * SECOND_MS;
/** Every check asks for a sign of life unless there was one since the last check (1.4). */
const PING_CHECK_MS = 10 * SECOND_MS;
/** Largest frame a client may send, in bytes (1.5). */
const FRAME_BYTES_MAX = 65_536;
const PING = '{"trnm":"PING"}';

const SYSTEM_TEXTS = {
  R10001: '동일한 App key로 접속이 되었습니다. 기존 세션은 종료가 됩니다',
  R10002: 'Heartbeat 응답이 없어 접속을 종료합니다',
  R10004: '접속허용요청(토큰)이 들어오지 않았습니다',
} as const;

/** What a session asks of the server around it. */
export interface SessionHost {
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly buffers: BufferLimits;
  /** Condition searches of all sessions. */
  readonly conditions: ConditionDesk;
  /** The key behind a living token. */
  keyOfToken(token: string): ServerKey | null;
  loggedIn(session: Session): void;
  registered(session: Session, types: ReadonlySet<string>): void;
  ended(session: Session): void;
}

/** Recorded with code 100013 for a REG that came before LOGIN. */
const BEFORE_LOGIN_TEXT = '로그인 인증이 들어오기 전에 다른 전문이 들어왔습니다. 해당 전문은 무시됩니다';

type Frame = Readonly<Record<string, unknown>>;

/** The server's side of one WebSocket. */
export class Session {
  readonly registrations = new Registrations();
  readonly #host: SessionHost;
  readonly #lane: FrameLane;
  #key: ServerKey | null = null;
  #isEnded = false;
  #stopTimer: () => void = () => undefined;
  #wasHeard = false;
  #isAwaited = false;

  constructor(link: SessionLink, host: SessionHost) {
    this.#host = host;
    this.#lane = new FrameLane(link, host.clock, host.faults, host.buffers, () => this.#finish());
    this.#waitForLogin();
  }

  /** Whose token it logged in with; null before that. */
  get key(): ServerKey | null {
    return this.#key;
  }

  /** Market frames dropped because the client did not read. */
  get dropped(): number {
    return this.#lane.dropped;
  }

  /** One frame of the client. */
  receive(text: string): void {
    if (this.#isEnded) return;
    if (Buffer.byteLength(text) > FRAME_BYTES_MAX) {
      this.end(1009, `Max frame length of ${FRAME_BYTES_MAX} has been exceeded.`);
      return;
    }
    // Any frame is a sign of life: many clients answer PING with a PONG of their own, and say that it keeps R10002 away.
    this.#wasHeard = true;
    this.#isAwaited = false;
    const frame = parseFrame(text);
    const name = frame['trnm'];
    if (name === 'LOGIN') this.#login(frame);
    else if (typeof name !== 'string' || name === '') this.#reply('', 100002, missing('trnm'));
    else if (name !== 'PING') this.#serve(name, frame);
    if (this.#key === null && !this.#isEnded) this.#waitForLogin();
  }

  /** The socket is gone. */
  closed(): void {
    this.#lane.silence();
    this.#finish();
  }

  /** Sends one REAL frame. */
  send(kind: FrameKind, text: string): void {
    this.#lane.send(kind, text);
  }

  /** Ends the session the way Kiwoom does: a SYSTEM frame, then a close with 1000 "Bye". */
  endWith(code: keyof typeof SYSTEM_TEXTS): void {
    this.#lane.sendControl(JSON.stringify({ trnm: 'SYSTEM', code, message: SYSTEM_TEXTS[code] }));
    this.end(1000, 'Bye');
  }

  /** Closes the socket. */
  end(code: number, reason: string): void {
    this.#lane.close(code, reason);
  }

  /** A frame that asks for something. */
  #serve(name: string, frame: Frame): void {
    if (this.#key === null) this.#reply(name, 100013, BEFORE_LOGIN_TEXT);
    else if (name === 'REG' || name === 'REMOVE') this.#change(name, frame);
    else if (!this.#searchConditions(frame)) this.#reply(name, 105108, '정의되어 있지 않는 TRNM입니다');
  }

  #login(frame: Frame): void {
    const token = frame['token'];
    if (typeof token !== 'string' || token === '') {
      this.#reply('LOGIN', 805002, '인증을 체크하기 위한 Token 값이 없습니다');
      return;
    }
    const fault = this.#host.faults.message?.('LOGIN');
    const key = fault?.refusal === 'dead-token' ? null : this.#host.keyOfToken(token);
    if (key === null || fault?.error != null) {
      const { returnCode, message } = fault?.error ?? LOGIN_REFUSAL;
      this.#reply('LOGIN', returnCode, message);
      this.end(1000, 'Bye');
      return;
    }
    this.#key = key;
    this.#lane.sendControl(JSON.stringify({ trnm: 'LOGIN', return_code: 0, return_msg: '', sor_yn: 'Y' }));
    this.#host.loggedIn(this);
    this.#wasHeard = false;
    this.#scheduleCheck();
  }

  #change(name: 'REG' | 'REMOVE', frame: Frame): void {
    if (name === 'REG' && this.#isRefused()) return;
    const groupNo = frame['grp_no'];
    const entries = readEntries(frame['data']);
    if (typeof groupNo !== 'string' || groupNo === '') {
      this.#reply(name, 100002, missing('grp_no'));
    } else if (name === 'REMOVE' && isNothing(frame['data'])) {
      // The guide does not say that `data` must be there; clients that end a whole group leave it out.
      this.registrations.removeGroup(groupNo);
      this.#reply(name, 0, '');
    } else if (entries === null) {
      this.#reply(name, 100002, missing('data'));
    } else if (name === 'REMOVE') {
      this.registrations.remove(groupNo, entries);
      this.#reply(name, 0, '');
    } else {
      const code = this.registrations.register(groupNo, frame['refresh'] !== '0', entries);
      this.#reply(name, code, code === 0 ? silenceText(entries) : LIMIT_TEXTS[code]);
      if (code === 0) this.#host.registered(this, new Set(entries.flatMap((entry) => entry.types)));
    }
  }

  /** Answers a REG that a fault refuses. The words of a rate limit are those of REST: none are recorded (kiwoom-wire 1.13). */
  #isRefused(): boolean {
    const fault = this.#host.faults.message?.('REG');
    const refusal = fault?.refusal === 'rate-limit' ? rateLimited('REG', 1) : (fault?.error ?? null);
    if (refusal === null) return false;
    this.#reply('REG', refusal.returnCode, refusal.message);
    return true;
  }

  /** Answers a condition search (CNSRLST, CNSRREQ, CNSRCLR); false for any other frame. */
  #searchConditions(frame: Frame): boolean {
    const answer = this.#host.conditions.answer(this, frame);
    if (answer === null) return false;
    this.#lane.sendControl(JSON.stringify(answer));
    return true;
  }

  /** Acks name the request only: not its group, not its items (kiwoom-wire 1.11). */
  #reply(trnm: string, code: number, message: string): void {
    this.#lane.sendControl(JSON.stringify({ trnm, return_code: code, return_msg: message }));
  }

  #waitForLogin(): void {
    this.#wake(LOGIN_MS_MAX, () => this.endWith('R10004'));
  }

  #scheduleCheck(): void {
    this.#wake(PING_CHECK_MS, () => {
      if (this.#isAwaited) {
        this.endWith('R10002');
        return;
      }
      if (!this.#wasHeard) {
        this.#isAwaited = true;
        this.#lane.sendControl(PING);
      }
      this.#wasHeard = false;
      this.#scheduleCheck();
    });
  }

  #wake(afterMs: number, act: () => void): void {
    this.#stopTimer();
    const { clock } = this.#host;
    this.#stopTimer = clock.wakeAt(clock.now() + afterMs, () => {
      if (!this.#isEnded) act();
    });
  }

  #finish(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stopTimer();
    if (this.#key !== null) this.#host.conditions.leave(this);
    this.#host.ended(this);
  }
}

const LOGIN_REFUSAL = { returnCode: LOGIN_REFUSED, message: LOGIN_REFUSED_TEXT };
const LIMIT_TEXTS = {
  [GROUP_FULL]: '그룹별 실시간 등록 종목 수 100개를 초과하였습니다',
  [TOTAL_FULL]: '전체 실시간 등록 종목 수 100개를 초과하였습니다',
} as const;

/** Types that this exchange has nothing for are taken as the real server takes them; the ack says that they stay silent. */
function silenceText(entries: readonly RegistrationEntry[]): string {
  const silent = new Set(entries.flatMap((entry) => entry.types).filter((type) => !isServedType(type)));
  return silent.size === 0 ? '' : `모의 거래소가 만들지 않는 실시간 항목: ${[...silent].join(', ')}`;
}

function missing(parameter: string): string {
  return `필수 파라미터가 누락되어 있습니다(parameter=${parameter})`;
}

/** A frame as an object, its whole numbers as their text as in a request's body; anything that is none counts as a frame without a name. */
function parseFrame(text: string): Frame {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? withNumbersAsText(value) : {};
  } catch {
    return {};
  }
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** `data` of REG and REMOVE; null when it is not a list of entries with a type. */
function readEntries(data: unknown): readonly RegistrationEntry[] | null {
  if (!Array.isArray(data)) return null;
  const entries: RegistrationEntry[] = [];
  for (const entry of data as readonly unknown[]) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { item, type } = entry as Frame;
    const types = texts(type);
    if (types.length === 0) return null;
    const items = texts(item);
    entries.push({ items: items.length === 0 ? [''] : items, types });
  }
  return entries.length === 0 ? null : entries;
}

function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(wholeAsText).filter((text) => typeof text === 'string');
}
