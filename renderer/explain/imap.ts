// IMAP's commands, answers and news (RFC 3501, 9051 and extensions). Counterpart: text/explain/access.ts. Rule: a
// command, a kind of news, a response code is one entry each.

import { type Explanation, type LinePart, partsOf, type PlacedLine, said } from './explanation.ts';
import { accessEn } from '../text/explain/access.ts';
import type { TextKey } from '../text/t.ts';

const COMMANDS = {
  CAPABILITY: '§6.1.1',
  NOOP: '§6.1.2',
  LOGOUT: '§6.1.3',
  STARTTLS: '§6.2.1',
  AUTHENTICATE: '§6.2.2',
  LOGIN: '§6.2.3',
  ENABLE: '§6.3.1',
  SELECT: '§6.3.2',
  EXAMINE: '§6.3.3',
  CREATE: '§6.3.4',
  DELETE: '§6.3.5',
  RENAME: '§6.3.6',
  SUBSCRIBE: '§6.3.7',
  UNSUBSCRIBE: '§6.3.8',
  LIST: '§6.3.9',
  NAMESPACE: '§6.3.10',
  STATUS: '§6.3.11',
  APPEND: '§6.3.12',
  IDLE: '§6.3.13',
  CLOSE: '§6.4.1',
  UNSELECT: '§6.4.2',
  EXPUNGE: '§6.4.3',
  SEARCH: '§6.4.4',
  FETCH: '§6.4.5',
  STORE: '§6.4.6',
  COPY: '§6.4.7',
  UID: '§6.4.9',
  ID: 'RFC 2971 §3',
  CHECK: 'RFC 3501 §6.4.1',
  LSUB: 'RFC 3501 §6.3.9',
  MOVE: 'RFC 6851 §3.1',
} as const;
const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);
const rfcOf = (place: string): string => (place.startsWith('§') ? `RFC 9051 ${place}` : place);

const has = (key: string): key is keyof typeof accessEn => Object.hasOwn(accessEn, key);

export function explainImap(line: PlacedLine): Explanation {
  if (line.from === 'client') return command(line);
  if (/^\+(?: |$)/.test(line.text)) return goOn(line.text);
  if (line.isMore) return explained('imap.tail', [], 'RFC 9051 §4.3', 'server');
  return line.text.startsWith('* ') ? untagged(line) : tagged(line);
}

function explained(key: TextKey, parts: LinePart[], rfc: string, from: 'client' | 'server'): Explanation {
  return { name: said(`explain.${from}`), meaning: [said(key)], parts, rfc };
}

function command({ text, isMore, command: under }: PlacedLine): Explanation {
  if (/^done$/i.test(text.trim())) return explained('imap.DONE', [], 'RFC 9051 §6.3.13', 'client');
  if (isMore) {
    const isLogin = under === 'AUTHENTICATE' || under === 'LOGIN';
    return explained(isLogin ? 'imap.secret' : 'imap.more', [], 'RFC 9051 §4.3', 'client');
  }
  const [, tag = '', word = '', rest = ''] = /^(\S+)(?: +(\S+))?(?: (.*))?$/s.exec(text.trim()) ?? [];
  const name = word.toUpperCase();
  const parts = partsOf(
    { text: tag, name: said('imap.part.tag') },
    { text: word, name: said('imap.part.command') },
    { text: rest, name: said('imap.part.arguments') },
  );
  if (!isCommand(name)) return explained('imap.unknown', parts, 'RFC 9051 §6', 'client');
  const inner = /^\S+/.exec(rest)?.[0].toUpperCase() ?? '';
  const meaning = [said(`imap.${name}`)];
  // `UID FETCH` is FETCH with other numbers.
  if (name === 'UID' && isCommand(inner)) meaning.unshift(said(`imap.${inner}`));
  return { name: said('explain.client'), meaning, parts, rfc: rfcOf(COMMANDS[name]) };
}

function goOn(text: string): Explanation {
  const parts = partsOf(
    { text: '+', name: said('imap.part.plus') },
    { text: text.slice(2), name: said('imap.part.text') },
  );
  return explained('imap.continue', parts, 'RFC 9051 §7.6', 'server');
}

function tagged({ text }: PlacedLine): Explanation {
  const [, tag = '', status = '', rest = ''] = /^(\S+) (OK|NO|BAD)\b ?(.*)$/is.exec(text) ?? [];
  if (tag === '') return explained('imap.untagged.other', [], 'RFC 9051 §7', 'server');
  const key = `imap.${status.toUpperCase()}`;
  const tagPart = { text: tag, name: said('imap.part.tag') };
  return withCode({ key: has(key) ? key : 'imap.untagged.other', first: tagPart, status, rest });
}

function untagged({ text, command: asked }: PlacedLine): Explanation {
  const star = { text: '*', name: said('imap.part.star') };
  const condition = /^\* (OK|NO|BAD|BYE|PREAUTH)\b ?(.*)$/is.exec(text);
  if (condition) {
    const [, status = '', rest = ''] = condition;
    const word = status.toUpperCase();
    // Before the first command it is the greeting (RFC 9051 section 7.1.1).
    if (word === 'PREAUTH') return withCode({ key: 'imap.preauth', first: star, status, rest });
    if (word === 'OK' && asked === undefined) return withCode({ key: 'imap.greeting', first: star, status, rest });
    const key = word === 'BAD' ? 'imap.BAD' : `imap.untagged.${word}`;
    return withCode({ key: has(key) ? key : 'imap.untagged.other', first: star, status, rest });
  }
  const [, number = '', kind = '', rest = ''] = /^\* (\d+ )?(\S*) ?(.*)$/s.exec(text) ?? [];
  const key = `imap.untagged.${kind.toUpperCase()}`;
  const parts = partsOf(
    star,
    { text: number.trim(), name: said('imap.part.number') },
    { text: kind, name: said('imap.part.kind') },
    { text: rest, name: said('imap.part.data') },
  );
  return explained(has(key) ? key : 'imap.untagged.other', parts, 'RFC 9051 §7', 'server');
}

interface Condition {
  key: keyof typeof accessEn;
  first: LinePart;
  status: string;
  rest: string;
}

/** A status with its response code in brackets: RFC 9051 section 7.1. */
function withCode({ key, first, status, rest }: Condition): Explanation {
  const [code = '', word = ''] = /^\[([A-Za-z0-9-]+)[^\]]*\]/.exec(rest) ?? [];
  const codeKey = `imap.code.${word.toUpperCase()}`;
  const note = has(codeKey) ? { note: said(codeKey) } : {};
  const parts = partsOf(
    first,
    { text: status, name: said('imap.part.status') },
    code === '' ? undefined : { text: code, name: said('imap.part.code'), ...note },
    { text: rest.slice(code.length).trim(), name: said('imap.part.text') },
  );
  const meaning = [said(key), ...Object.values(note)];
  return { name: said('explain.server'), meaning, parts, rfc: 'RFC 9051 §7.1' };
}
