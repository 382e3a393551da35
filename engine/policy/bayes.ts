// A filter that learns, for each person by themselves (Graham 2002, Robinson 2003): how likely is this letter junk, going
// by the words of those that they moved to Junk and of those that they kept? Counterpart: mail/bayes/ does the arithmetic,
// bayes/ remembers, mta/teaching.ts tells it what people moved. Rule: it acts at delivery, when it is known whose letter
// it is; it shows the words that decided, with their counts.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { score, type Score } from '../../mail/bayes/score.ts';
import { lettersTokens } from '../../mail/bayes/tokens.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import type { PolicyRecord } from '../../contract/commands.ts';
import type { WordBook } from './bayes/word-book.ts';
import { SPAM_MARK } from './disposition.ts';
import { POLICY_LIMITS } from './limits.ts';
import { CONTINUE, definePolicy, type Filing } from './policy.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** From this probability on a letter is junk. Graham's. */
  threshold: z.number().min(0.5).max(0.9999).default(0.9),
  onJunk: z.enum(['mark', 'junk', 'refuse']).default('junk'),
  /** Letters of each kind that it wants to have seen before it judges. */
  atLeast: z.int().min(1).max(1000).default(1),
});

type Settings = z.infer<typeof settingsSchema>;

export const JUNK_FOLDER = 'Junk';

export const bayes = definePolicy({
  name: 'bayes',
  rfc: 'RFC 5321 section 7.9',
  settings: settingsSchema,
  stages: {},
  delivery({ mailbox, message }, { settings, books }) {
    if (!settings.enabled) return CONTINUE;
    const book = books.of(mailbox);
    const { junk, other } = book.total;
    if (Math.min(junk, other) < settings.atLeast) return untaught(junk, other);
    const tokens = lettersTokens(message);
    const found = score(tokens, (token) => book.counts(token), book.total);
    if (!found) return untaught(junk, other);
    return judge(found, tokens.length, book, settings);
  },
  learned: {
    tell: (books, addresses) => addresses.flatMap((address) => recordsOf(address, books.of(address))),
    forget(books, key) {
      const [address = '', ...rest] = key.split(' ');
      const token = rest.join(' ');
      if (token === '') books.forget(address);
      else if (books.of(address).forget(token)) books.save(address);
    },
  },
});

const untaught = (junk: number, other: number): Filing => ({
  ...CONTINUE,
  reasons: [{ code: 'bayes.untaught', params: { junk, other } }],
});

function judge({ probability, telling }: Score, words: number, { total }: WordBook, settings: Settings): Filing {
  const { threshold, onJunk } = settings;
  const isJunk = probability >= threshold;
  const shown = { probability: probability.toFixed(4), threshold: threshold.toString() };
  const reasons: Reason[] = [
    { code: 'bayes.taught', params: { ...total, words } },
    ...telling.map(({ token, junk, other, probability: says }) => ({
      code: 'bayes.word',
      params: { token, junk, other, probability: says.toFixed(3) },
    })),
    { code: `bayes.${isJunk ? 'junk' : 'other'}`, params: { ...shown, telling: telling.length } },
  ];
  const [strongest] = telling;
  const otherwise: Reason[] = [
    ...(strongest ? [{ code: 'bayes.word', params: { token: strongest.token } }] : []),
    { code: `bayes.${isJunk ? 'above' : 'below'}`, params: shown },
  ];
  const field = `X-Bayes: ${isJunk ? 'junk' : 'other'}, ${shown.probability} of ${shown.threshold}\r\n`;
  const told = { reasons, otherwise };
  if (!isJunk) return { ...CONTINUE, ...told, fields: [field] };
  switch (onJunk) {
    case 'mark':
      return { ...CONTINUE, ...told, fields: [field, SPAM_MARK] };
    case 'junk':
      return { ...told, verdict: 'quarantine', fields: [field, SPAM_MARK], folder: JUNK_FOLDER };
    case 'refuse':
      // Too late for a reply in the dialog: the letter was accepted, and its sender, who may be forged, gets a bounce.
      return { ...told, verdict: 'reject', reply: REPLIES.contentRejected('This letter is junk, going by its words') };
  }
}

/** A person's book as a whole, and its most telling words. */
function recordsOf(address: string, book: WordBook): PolicyRecord[] {
  const { junk, other } = book.total;
  if (junk + other === 0) return [];
  const known = score(
    [...book.words()].map(([token]) => token),
    (token) => book.counts(token),
    book.total,
  );
  const words = (known?.telling ?? []).map(({ token, probability, ...counts }): PolicyRecord => ({
    key: `${address} ${token}`,
    about: [address, token],
    state: 'word',
    learned: { ...counts, probability },
    until_ms: POLICY_LIMITS.forever_ms,
  }));
  const whole: PolicyRecord = {
    key: address,
    about: [address],
    state: 'taught',
    learned: { junk, other },
    count: book.size,
    until_ms: POLICY_LIMITS.forever_ms,
  };
  return [whole, ...words];
}
