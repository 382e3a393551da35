// A failed command as a sentence that says what to do. Counterpart: engine/commands/, which names the problems.
// Rule: a code that the catalogue doesn't know is shown with its detail, never swallowed.

import { CommandFailed } from '../source/source.ts';
import { t } from '../text/t.ts';

export function describeFailure(error: unknown): string {
  if (!(error instanceof CommandFailed)) return t('error.other', { problem: String(error), detail: '' });
  const { problem, detail } = error;
  switch (problem) {
    case 'no connection':
      return t('error.noConnection');
    case 'no answer':
      return t('error.noAnswer');
    case 'bad arguments':
      return t('error.badArguments', { detail });
    case 'not submitted':
      return t('error.notSubmitted', { detail });
    case 'no inbox':
      return t('error.noInbox', { detail });
    case 'read only':
      return t('error.readOnly');
    case 'unknown user':
      return t('error.unknownUser', { detail });
    default:
      return t('error.other', { problem, detail });
  }
}
