// Who is told what became of a recipient. Counterpart: mail/dsn/report.ts writes the letter, reports.ts
// sends it. Rule: pure. A letter from nobody is never answered (RFC 5321 section 4.5.5); when it fails, the
// postmaster gets a copy from `double-bounce`, and for that one nobody is told any more.

import type { ReportAction, ReportWhy } from '../../contract/events.ts';
import { type Notify, wantsReport } from '../../mail/dsn/wishes.ts';

export interface ReportDecision {
  told: boolean;
  why: ReportWhy;
  to?: string;
  /** Goes to the postmaster in the sender's place. */
  postmaster: boolean;
}

const DOUBLE_BOUNCE = 'double-bounce';

/** The reverse path of a copy to the postmaster: mail to it leads nowhere. */
export function doubleBounceAddress(hostName: string): string {
  return `${DOUBLE_BOUNCE}@${hostName}`;
}

export function decideReport(
  action: ReportAction,
  reversePath: string,
  notify: readonly Notify[] | undefined,
  postmaster: string | undefined,
): ReportDecision {
  if (!wantsReport(action, notify)) {
    return { told: false, why: notify?.includes('NEVER') ? 'never' : 'not asked', postmaster: false };
  }
  if (reversePath.startsWith(`${DOUBLE_BOUNCE}@`)) return { told: false, why: 'double bounce', postmaster: false };
  if (reversePath === '') {
    if (action !== 'failed') return { told: false, why: 'null sender', postmaster: false };
    if (postmaster === undefined) return { told: false, why: 'null sender', postmaster: false };
    return { told: true, why: 'double bounce', to: postmaster, postmaster: true };
  }
  return { told: true, why: notify === undefined ? 'by default' : 'asked', to: reversePath, postmaster: false };
}
