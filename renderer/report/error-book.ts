// What went wrong on this page, the latest: for the report that a person may save. Counterpart: report.ts. Rule: bounded,
// kept in memory only, and the address's token is never in it.

import { REPORT_LIMITS } from './limits.ts';

export interface NotedError {
  at_ms: number;
  what: string;
}

export class ErrorBook {
  #errors: NotedError[] = [];

  note(error: unknown, at_ms: number): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const what = withoutSecrets(text).slice(0, REPORT_LIMITS.errorCharacters);
    this.#errors = [...this.#errors, { at_ms, what }].slice(-REPORT_LIMITS.errors);
  }

  get errors(): readonly NotedError[] {
    return this.#errors;
  }
}

export function withoutSecrets(text: string): string {
  return text.replaceAll(/token([=.])[\w-]+/g, 'token$1***');
}
