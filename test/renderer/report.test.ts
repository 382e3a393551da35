// The report's own parts: bounded, without the token, and a file also when there is no session.

import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';

import { ErrorBook } from '../../renderer/report/error-book.ts';
import { REPORT_LIMITS } from '../../renderer/report/limits.ts';
import { makeReport } from '../../renderer/report/report.ts';

it('remembers the latest errors, cut, and no token', () => {
  const book = new ErrorBook();
  for (let count = 0; count < REPORT_LIMITS.errors + 5; count += 1) book.note(new Error(`e${count}`), count);
  book.note('at http://127.0.0.1:8025/#token=abc-DEF_1 posthorn.token.abc', 99);
  book.note('x'.repeat(100_000), 100);
  expect(book.errors).toHaveLength(REPORT_LIMITS.errors);
  expect(book.errors.at(-2)?.what).toBe('at http://127.0.0.1:8025/#token=*** posthorn.token.***');
  expect(book.errors.at(-1)?.what).toHaveLength(REPORT_LIMITS.errorCharacters);
});

it('is a file of its own when no session can be had', () => {
  const entries = unzipSync(
    makeReport({
      now_ms: 0,
      browser: 'test',
      window: '1x1',
      link: { name: 'stopped', detail: 'it ended' },
      lab: { topology: 'two-domains', run: 1, seq: 2 },
      problems: [],
      errors: [],
      session: undefined,
    }),
  );
  expect(Object.keys(entries)).toEqual(['report.json']);
  const report = JSON.parse(strFromU8(entries['report.json'] ?? new Uint8Array())) as object;
  expect(report).toMatchObject({ engine: { state: 'stopped', said: 'it ended' }, session: 'could not be had' });
});
