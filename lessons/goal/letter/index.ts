// The tests of a letter, by name. Counterpart: letter-test.ts. A new test is one file and one line here; it can then be
// used inside `inMailbox`, and as a matcher of its own.

import { agreeTest } from './agree.ts';
import { alsoTest, notInTest } from './also.ts';
import { differTest } from './differ.ts';
import { doneTest } from './done.ts';
import { entriesTest } from './entries.ts';
import { envelopeTest } from './envelope.ts';
import { headerTest } from './header.ts';
import type { LetterTest } from './letter-test.ts';
import { partsTest } from './parts.ts';
import { shownTest } from './shown.ts';
import { standingTest } from './standing.ts';
import { storedTest } from './stored.ts';
import { wireTest } from './wire.ts';
import { writtenTest } from './written.ts';

export const LETTER_TESTS: readonly LetterTest[] = [
  headerTest,
  standingTest,
  envelopeTest,
  writtenTest,
  differTest,
  agreeTest,
  alsoTest,
  notInTest,
  doneTest,
  entriesTest,
  storedTest,
  wireTest,
  shownTest,
  partsTest,
];
