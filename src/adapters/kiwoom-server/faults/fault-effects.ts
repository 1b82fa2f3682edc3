// What a rule is about, and what it does to one request or frame.

import type { Fault, FaultRule, Span } from './fault-rules.ts';
import type { FaultedCall, FaultedFrame, FrameFault, RequestFault } from './faults.ts';

/** True when the rule is about this request. */
export function matchesCall({ on, fault }: FaultRule, { trId, isOrder }: FaultedCall): boolean {
  const isAboutNotices = fault.type === 'early-notices' || fault.type === 'late-notices';
  if (isAboutNotices && !isOrder) return false;
  if (on === null || on.tr === null) return on?.frame == null;
  const group = isOrder ? 'orders' : trId.startsWith('au') ? 'tokens' : 'queries';
  return on.tr.includes(trId) || on.tr.includes(group);
}

/** True when the rule is about this frame. */
export function matchesFrame({ on }: FaultRule, { kind, type }: FaultedFrame): boolean {
  if (on === null || on.frame === null) return on?.tr == null;
  return on.frame.includes(type) || on.frame.includes(kind === 'notice' ? 'notices' : 'market');
}

/** What a rule of requests changes about one. */
export function onCall(fault: Fault, draw: (span: Span) => number): Partial<RequestFault> {
  switch (fault.type) {
    case 'rate-limit':
      return { refusal: fault.body ? 'rate-limit' : 'bare-rate-limit' };
    case 'dead-token':
      return { refusal: 'dead-token' };
    case 'error-answer':
      return { error: fault };
    case 'server-error':
      return { brokenStatus: fault.status };
    case 'lost-request':
      return { loss: 'before' };
    case 'lost-answer':
      return { loss: 'after' };
    case 'cut-answer':
      return { loss: 'half' };
    case 'slow-answer':
      return { delayMs: draw(fault.delay) };
    case 'early-notices':
      return { notices: 'before' };
    case 'late-notices':
      return { notices: 'after', noticeDelayMs: draw(fault.delay) };
    case 'stale-answer':
      return { lagMs: fault.lagMs };
    case 'unknown-members':
    case 'unpadded-numbers':
      return { reshape: fault.type };
    case 'clock-skew':
      return { clockSkewMs: fault.byMs };
    default:
      return {};
  }
}

/** What a rule of frames changes about one. */
export function onFrame(fault: Fault, draw: (span: Span) => number): Partial<FrameFault> {
  switch (fault.type) {
    case 'drop-frame':
      return { copies: 0 };
    case 'duplicate-frame':
      return { copies: 2 };
    case 'reorder-frame':
      return { isOvertaken: true };
    case 'joined-frames':
      return { isJoined: true };
    case 'delay-frame':
      return { delayMs: draw(fault.delay) };
    case 'unknown-fields':
    case 'shuffled-members':
      return { reshape: fault.type };
    case 'cut-in-frame':
      return { cut: 'within' };
    default:
      return {};
  }
}
