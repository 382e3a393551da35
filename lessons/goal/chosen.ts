// chosen: something that the learner selected on the bench, or an answer typed in. Counterpart: ../book/book.ts finds out
// what a selection is. The screen sends the action `choose`.
//   chosen: { line: { from: server, code: 354 } }

import { z } from '../../contract/schema.ts';
import type { Chosen, Quote } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const host = z.string().max(253);
const schema = z.union([
  z.strictObject({
    line: z.strictObject({
      from: z.enum(['client', 'server']).optional(),
      verb: z.string().max(32).optional(),
      class: z.int().min(2).max(5).optional(),
      code: z.int().min(200).max(599).optional(),
      host: host.optional(),
      text: valueTestSchema.optional(),
    }),
  }),
  z.strictObject({
    field: z.strictObject({
      name: z.string().max(80).optional(),
      host: host.optional(),
      standing: z.enum(['witnessed', 'verified', 'claimed']).optional(),
      /** The field as it is written, its name included: tells letters apart. */
      text: valueTestSchema.optional(),
    }),
  }),
  z.strictObject({ host }),
  z.strictObject({ answer: z.strictObject({ name: z.string().max(40), value: valueTestSchema }) }),
]);
type Spec = z.output<typeof schema>;

interface Seen {
  chosen: Chosen;
  seq: number;
}
interface State {
  found?: Seen;
  last?: Chosen;
}

export const chosen = defineMatcher<Spec, State>({
  name: 'chosen',
  schema: () => schema,
  start: () => ({}),
  fold(state, sighting, spec) {
    if (sighting.kind !== 'chosen') return state;
    const { chosen: token, seq } = sighting;
    // An answer may be changed, and the last one counts; a thing that was found stays found.
    const isAnswer = 'answer' in spec && token.kind === 'answer' && token.name === spec.answer.name;
    if ((state.found || 'answer' in spec) && !isAnswer) return state;
    return fits(token, spec) ? { found: { chosen: token, seq } } : { last: token };
  },
  verdict({ found, last }, spec) {
    if (found) return met(...quotesOfChosen(found));
    if ('answer' in spec) return unmet(last ? 'chosen.otherAnswer' : 'chosen.unanswered');
    return last ? unmet('chosen.other', { what: nameOf(last) }) : unmet('chosen.notYet');
  },
});

/** A line of the dialog or of a header, or the learner's own answer. */
function quotesOfChosen({ chosen: token, seq }: Seen): Quote[] {
  if (token.kind === 'line') return [{ seq: token.line.seq, from: token.line.from, text: quoted(token.line.text) }];
  if (token.kind === 'field') return [{ seq: token.field.seq, from: 'server', text: quoted(token.field.raw) }];
  return token.kind === 'answer' ? [{ seq, from: 'client', text: quoted(token.value) }] : [];
}

function fits(token: Chosen, spec: Spec): boolean {
  if ('line' in spec) {
    const { from, verb, class: replyClass, code, text, host: speaker } = spec.line;
    return (
      token.kind === 'line' &&
      (from === undefined || token.line.from === from) &&
      (verb === undefined || token.line.verb === verb) &&
      (code === undefined || token.line.code === code) &&
      (speaker === undefined || token.line.host === speaker) &&
      (replyClass === undefined || Math.floor(token.line.code / 100) === replyClass) &&
      passes(token.line.text, text)
    );
  }
  if ('field' in spec) {
    const { name, host: writer, standing, text } = spec.field;
    return (
      token.kind === 'field' &&
      (name === undefined || token.field.name.toLowerCase() === name.toLowerCase()) &&
      (writer === undefined || token.field.host === writer) &&
      (standing === undefined || token.field.standing === standing) &&
      passes(token.field.raw, text)
    );
  }
  if ('host' in spec) return token.kind === 'host' && token.host === spec.host;
  return token.kind === 'answer' && token.name === spec.answer.name && passes(token.value, spec.answer.value);
}

function nameOf(token: Chosen): string {
  if (token.kind === 'line') return quoted(token.line.text);
  if (token.kind === 'field') return quoted(token.field.raw);
  return token.kind === 'host' ? token.host : quoted(token.value);
}
