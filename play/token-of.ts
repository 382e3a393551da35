// What a solution selects, found on the bench. Counterpart: contract/lesson.ts TokenForm.

import type { TokenForm } from '../contract/lesson.ts';
import type { Token } from '../contract/learner.ts';
import type { Book } from '../lessons/book/book.ts';

/** The last thing on the bench that fits. */
export function tokenOf(form: TokenForm, { talks, letters }: Book): Token {
  if ('line' in form) {
    const { from, verb, code, host, text } = form.line;
    const line = talks.lines.findLast(
      (one) =>
        one.from === from &&
        (verb === undefined || one.verb === verb) &&
        (code === undefined || one.code === code) &&
        (host === undefined || one.host === host) &&
        (text === undefined || one.text.includes(text)),
    );
    return { kind: 'line', seq: line?.seq ?? 0 };
  }
  if ('field' in form) {
    const { name, host, contains = '' } = form.field;
    const all = Object.values(letters).flatMap(({ message, fields }) =>
      Object.entries(fields).map(([field, facts]) => ({ message, field, facts })),
    );
    const found = all.findLast(
      ({ facts }) => facts.name === name && (host === undefined || facts.host === host) && facts.raw.includes(contains),
    );
    return { kind: 'field', message: found?.message ?? '', field: found?.field ?? '' };
  }
  if ('host' in form) return { kind: 'host', host: form.host };
  const { answer } = form;
  if ('value' in answer) return { kind: 'answer', ...answer };
  const { name, queueIdAt, kind, about = '' } = answer;
  const entries = Object.values(letters)
    .filter(({ fields }) => about === '' || Object.values(fields).some(({ raw }) => raw.includes(about)))
    .flatMap((letter) => letter.entries);
  const entry = entries.findLast(({ host, kind: why }) => host === queueIdAt && (kind === undefined || why === kind));
  return { kind: 'answer', name, value: entry?.queueId ?? '' };
}
