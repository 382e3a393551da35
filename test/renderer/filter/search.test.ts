// What a search finds in a real run, all at once and while it grows.

import { beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { readFilter } from '../../../contract/filter/filter.ts';
import { nextPlace } from '../../../renderer/filter/go-to.ts';
import { Search } from '../../../renderer/filter/search.ts';
import { History } from '../../../renderer/store/history.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { realRun } from '../store/real-run.ts';

describe('looking for lines', () => {
  let events: LabEvent[];
  const history = new History();
  const find = (text: string) => {
    const search = new Search(readFilter(text).test);
    search.follow(history);
    return search.lines;
  };

  beforeAll(async () => {
    events = await realRun();
    const moment = emptyMoment();
    for (const event of events) {
      foldMoment(moment, event);
      history.add(event, moment);
    }
  });

  it('finds every refusal of the run, and which policy it was', () => {
    const wanted = events.filter(
      (event) => event.type === 'wire.line' && event.data.from === 'server' && /^[45]\d\d/.test(event.data.bytes),
    );
    expect(wanted.length).toBeGreaterThan(0);
    const found = find('reply:4xx,5xx');
    expect(found.map((line) => line.seq)).toEqual(wanted.map((event) => event.seq));
    expect(found.every((line) => line.verb === 'RCPT' && line.isRefusal)).toBe(true);
    expect(find('reply:4xx policy:greylisting')).toEqual(find('reply:4xx'));
  });

  it('finds a command with its answer, on both sides of TLS', () => {
    const mail = find('verb:EHLO host:laptop');
    expect(mail.filter((line) => line.text.startsWith('EHLO'))).toHaveLength(6);
    expect(find('verb:EHLO host:laptop is:tls').filter((line) => line.text.startsWith('EHLO'))).toHaveLength(3);
    expect(find('verb:CONNECT reply:2xx').every((line) => line.text.startsWith('220'))).toBe(true);
  });

  it('finds what a person held, and lines by their letter', () => {
    expect(find('is:held').map((line) => line.text)).toEqual([expect.stringMatching(/^RCPT TO:<bob/)]);
    const conns = new Set(find('message:1').map((line) => line.conn));
    expect(conns.size).toBe(4);
  });

  it('finds the same while the run grows', () => {
    const growing = new History();
    const moment = emptyMoment();
    const search = new Search(readFilter('verb:RCPT').test);
    for (const event of events) {
      foldMoment(moment, event);
      growing.add(event, moment);
      search.follow(growing);
    }
    expect(search.lines).toEqual(find('verb:RCPT'));
  });

  it('goes round from the last to the first', () => {
    const lines = find('reply:4xx');
    const [first] = lines;
    const last = lines.at(-1);
    expect(nextPlace(lines, undefined, 1)).toBe(0);
    expect(nextPlace(lines, last?.seq, 1)).toBe(0);
    expect(nextPlace(lines, first?.seq, -1)).toBe(lines.length - 1);
    expect(nextPlace([], 3, 1)).toBe(-1);
  });
});
