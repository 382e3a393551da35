// Why a session file can't be opened: a code for the catalogue, and what was found. Counterpart: read-session.ts.
// Rule: every way in which a file can be wrong ends here, and with no other error.

export type SessionProblemCode =
  /** Something else altogether. */
  | 'not a session'
  /** Written by a Posthorn that knows more; `detail` is its version. */
  | 'newer'
  /** Cut short or changed since it was saved; `event` is the first that isn't sound. */
  | 'damaged'
  | 'too large'
  | 'cancelled';

export class SessionProblem extends Error {
  override name = 'SessionProblem';
  readonly problem: SessionProblemCode;
  readonly detail: string;
  readonly event: number | undefined;

  constructor(problem: SessionProblemCode, detail = '', event?: number) {
    super(`${problem}${event === undefined ? '' : ` at event ${event}`}${detail === '' ? '' : `: ${detail}`}`);
    this.problem = problem;
    this.detail = detail;
    this.event = event;
  }
}
