// One file for whoever is to find out what broke. Counterpart: report-sheet.tsx says beforehand what is in it. Rule: no
// password, no key, no token; the session that it may hold has its passwords starred, as every session has.

import { strToU8, zipSync } from 'fflate';

import { SCHEMA } from '../../contract/events.ts';
import { APP_VERSION } from '../../contract/version.ts';
import type { LinkState } from '../source/source.ts';
import { type NotedError, withoutSecrets } from './error-book.ts';

export interface ReportParts {
  now_ms: number;
  browser: string;
  window: string;
  link: LinkState;
  /** The lab's run and its last event, as the page knows them. */
  lab: { topology: string; run: number; seq: number };
  problems: readonly string[];
  errors: readonly NotedError[];
  /** The run, where it could be had. */
  session: Uint8Array | undefined;
}

/** The file: a zip of report.json and, where there is one, session.posthorn. */
export function makeReport({ session, link, errors, now_ms, ...rest }: ReportParts): Uint8Array<ArrayBuffer> {
  const report = {
    posthorn: APP_VERSION,
    schema: SCHEMA,
    made: new Date(now_ms).toISOString(),
    ...rest,
    engine: { state: link.name, said: 'detail' in link ? withoutSecrets(link.detail) : '' },
    errors: errors.map(({ at_ms, what }) => ({ at: new Date(at_ms).toISOString(), what })),
    session: session ? 'session.posthorn' : 'could not be had',
  };
  const entries = { 'report.json': strToU8(JSON.stringify(report, undefined, 2)) };
  // A session is packed already.
  return zipSync(session ? { ...entries, 'session.posthorn': [session, { level: 0 }] } : entries);
}
