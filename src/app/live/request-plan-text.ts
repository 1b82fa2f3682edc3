// The request plan in words, to be read before a run: a table of TRs, the totals, and what cannot be met.

import type { PlanProblem, PollAge, RequestPlan, TrLoad } from '#adapters/kiwoom/budget/request-plan.ts';
import type { Lang, Words } from '../messages.ts';

const HEAD: Readonly<Record<'tr' | 'once' | 'perMinute' | 'allowed' | 'share' | 'perOrder', Words>> = {
  tr: { ko: 'TR', en: 'TR' },
  once: { ko: '시작할 때', en: 'at start' },
  perMinute: { ko: '분당', en: 'a minute' },
  allowed: { ko: '한도', en: 'allowed' },
  share: { ko: '사용', en: 'used' },
  perOrder: { ko: '주문당', en: 'per order' },
};
const POLL_HEAD: Readonly<Record<'poll' | 'every' | 'wait' | 'age', Words>> = {
  poll: { ko: '주기 조회', en: 'poll' },
  every: { ko: '주기', en: 'every' },
  wait: { ko: '최장 대기', en: 'longest wait' },
  age: { ko: '최고 나이', en: 'oldest' },
};

/** The plan as lines without line breaks; problems last. */
export function describePlan(lang: Lang, plan: RequestPlan): readonly string[] {
  return [
    ...loadLines(lang, plan.loads),
    ...(plan.polls.length === 0 ? [] : ['', ...pollLines(lang, plan.polls)]),
    '',
    ...totalLines(lang, plan),
    ...plan.problems.map((problem) => `${lang === 'ko' ? '문제' : 'Problem'}: ${problemText(lang, problem)}`),
  ];
}

function loadLines(lang: Lang, loads: readonly TrLoad[]): string[] {
  const rows = loads.map((load) => [
    load.tr,
    count(load.once),
    figure(load.perMinute),
    figure(load.allowedPerMinute),
    percent(load.share),
    count(load.perOrder),
  ]);
  return table([Object.values(HEAD).map((words) => words[lang]), ...rows]);
}

function pollLines(lang: Lang, polls: readonly PollAge[]): string[] {
  const rows = polls.map(({ name, tr, everyMs, worstWaitMs, worstAgeMs }) => [
    name === tr ? tr : `${name} (${tr})`,
    ...[everyMs, worstWaitMs, worstAgeMs].map((ms) => duration(lang, ms)),
  ]);
  return table([Object.values(POLL_HEAD).map((words) => words[lang]), ...rows]);
}

function totalLines(lang: Lang, { total, warmUpMs, orders }: RequestPlan): string[] {
  const [used, allowed, share] = [
    figure(total.perMinute),
    figure(total.allowedPerMinute),
    percent(total.share),
  ];
  const lines =
    lang === 'ko'
      ? [`전체: 분당 ${used}건, 한도 ${allowed}건 (${share})`, `시작 준비: ${duration(lang, warmUpMs)}`]
      : [`Total: ${used} calls a minute of ${allowed} (${share})`, `Warm-up: ${duration(lang, warmUpMs)}`];
  if (orders === null) return lines;
  const rate = figure(orders.perMinute);
  const by = orders.narrowest;
  if (lang === 'ko') return [...lines, `주문: 분당 ${rate}건까지${by === null ? '' : ` (${by} 한도)`}`];
  return [...lines, `Orders: up to ${rate} a minute${by === null ? '' : ` (limited by ${by})`}`];
}

/** One problem in a sentence. */
export function problemText(lang: Lang, { code, where, limit, actual }: PlanProblem): string {
  const [most, found] = [figure(limit), figure(actual)];
  const [mostTime, foundTime] = [duration(lang, limit), duration(lang, actual)];
  switch (code) {
    case 'tr-rate':
      return lang === 'ko'
        ? `${where}: 분당 ${found}건을 부르려 하지만 한도는 ${most}건입니다. 주기를 늘리십시오.`
        : `${where} would be called ${found} times a minute, of which ${most} are allowed; poll it less often.`;
    case 'total-rate':
      return lang === 'ko'
        ? `모두 합쳐 분당 ${found}건을 부르려 하지만 주문 몫을 뺀 한도는 ${most}건입니다. 주기를 늘리거나 줄이십시오.`
        : `${found} calls a minute in total, of which ${most} are allowed beside the share of orders; poll less.`;
    case 'poll-late':
      return lang === 'ko'
        ? `${where}: 주기는 ${mostTime}인데 ${foundTime}까지 대기할 수 있습니다.`
        : `${where} is wanted every ${mostTime} but may wait ${foundTime} for its turn.`;
    case 'poll-refused':
      return lang === 'ko'
        ? `${where}: ${foundTime}까지 대기할 수 있어 ${mostTime} 뒤에는 실패합니다.`
        : `${where} may wait ${foundTime} for its turn and fails after ${mostTime}.`;
    case 'no-orders':
      return lang === 'ko'
        ? `${where === null ? '' : `${where} 한도 때문에 `}주문을 분당 ${found}건밖에 낼 수 없습니다.`
        : `Only ${found} orders a minute can be sent${where === null ? '' : `: ${where} is taken up`}.`;
  }
}

/** Columns two blanks apart, the first to the left and the rest to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columns(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat(widths[column]! - columns(cell));
        return column === 0 ? cell + blanks : blanks + cell;
      })
      .join('  '),
  );
}

/** Columns of a text on a terminal, where Hangul takes two. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u3000-\u303f\u3130-\u318f\uac00-\ud7a3\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );
}

function count(calls: number): string {
  return calls === 0 ? '' : String(calls);
}

/** Two digits are enough to judge by. */
function figure(value: number): string {
  return value >= 10 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function duration(lang: Lang, ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 60) return `${Number(seconds.toFixed(1))}${lang === 'ko' ? '초' : ' s'}`;
  const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
  if (lang === 'ko') return rest === 0 ? `${minutes}분` : `${minutes}분 ${rest}초`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
