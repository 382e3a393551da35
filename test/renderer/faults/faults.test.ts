// The form of a fault makes rules that the contract takes, and sentences of them; a dialog tells what was done to it.

import { describe, expect, test } from 'vitest';

import { faultRuleSchema } from '../../../contract/faults.ts';
import { LINK_KINDS, newDraft, PROGRAM_KINDS, readReply, ruleOf } from '../../../renderer/faults/draft.ts';
import { sayFault, sayStamp } from '../../../renderer/faults/say-fault.ts';
import { isStamp, strikeOf } from '../../../renderer/store/strikes.ts';

const LINK = ['relay.campus.example', 'mx1.harbor.example'];

describe('a draft', () => {
  test('is a rule of each kind at once, but for a dropped line, which must be named', () => {
    for (const kind of [...LINK_KINDS, ...PROGRAM_KINDS]) {
      const draft = { ...newDraft(LINK), kind };
      expect(ruleOf(draft, [])?.fault.kind, kind).toBe(kind === 'drop' ? undefined : kind);
      expect(ruleOf({ ...draft, filter: 'verb:RCPT' }, [])?.fault.kind).toBe(kind);
    }
  });

  test('has a name that nobody has yet', () => {
    expect(ruleOf(newDraft([]), ['fault-3', 'slow-link'])?.id).toBe('fault-4');
  });

  test('reads a reply in its parts, and makes no rule of what is none', () => {
    expect(readReply('451 4.7.1 Come back later')).toEqual({ code: 451, enhanced: '4.7.1', text: 'Come back later' });
    expect(readReply('421 too busy')).toEqual({ code: 421, text: 'too busy' });
    for (const reply of ['', 'later', '354 go on', '451 5.7.1 of another class']) {
      expect(ruleOf({ ...newDraft(LINK), kind: 'answer', reply }, []), reply).toBeUndefined();
    }
  });
});

test('a rule is a sentence', () => {
  const rule = ruleOf({ ...newDraft(LINK), port: '25', percent: '50', seed: '7', times: '3' }, []);
  expect(rule && sayFault(rule)).toBe(
    '2,000 ms later between relay and mx1, port 25, 50 in a hundred (seed 7), 3 times',
  );
  const named = faultRuleSchema.parse({ id: 'a', name: 'A bad day', fault: { kind: 'blackHole' } });
  expect(sayFault(named)).toBe('A bad day');
});

test('a password in a line that never arrived is blanked', () => {
  const bytes = 'AUTH PLAIN AGJvYgBzZWNyZXQ=\r\n';
  const strike = strikeOf(1, { rule: 'a', deed: 'lost', from: 'client', bytes, secret: { start: 11, end: 27 } });
  expect(strike.said).toBe(`AUTH PLAIN ${'*'.repeat(16)}`);
  expect(isStamp(strike)).toBe(false);
});

test('what was corrupted in a line is told by its octet', () => {
  const octet = { at: 4, was: 0x61, is: 0x63 };
  const strike = strikeOf(1, { rule: 'a', deed: 'corrupted', from: 'client', octet });
  expect(sayStamp(strike)).toBe('corrupted by you: octet 5, a became c');
});
