// POP3's commands and answers (RFC 1939, 2449, 2595, 5034). Counterpart: text/explain/access.ts. Rule: a verb is one
// entry of VERBS.

import { entryOf, type Explanation, partsOf, type PlacedLine, said } from './explanation.ts';

const VERBS = {
  USER: '§7',
  PASS: '§7',
  APOP: '§7',
  STAT: '§5',
  LIST: '§5',
  RETR: '§5',
  DELE: '§5',
  NOOP: '§5',
  RSET: '§5',
  TOP: '§7',
  UIDL: '§7',
  QUIT: '§6',
  AUTH: 'RFC 5034 §4',
  CAPA: 'RFC 2449 §5',
  STLS: 'RFC 2595 §4',
} as const;
const rfcOf = (place: string): string => (place.startsWith('§') ? `RFC 1939 ${place}` : place);
const isVerb = (verb: string): verb is keyof typeof VERBS => Object.hasOwn(VERBS, verb);

const PROBLEMS = {
  'IN-USE': 'pop3.err.IN-USE',
  AUTH: 'pop3.err.AUTH',
  'LOGIN-DELAY': 'pop3.err.LOGIN-DELAY',
  'SYS/TEMP': 'pop3.err.SYS/TEMP',
  'SYS/PERM': 'pop3.err.SYS/PERM',
} as const;
const ROWS = { LIST: 'pop3.row.LIST', UIDL: 'pop3.row.UIDL', CAPA: 'pop3.row.CAPA', AUTH: 'pop3.row.AUTH' } as const;

export function explainPop3(line: PlacedLine): Explanation {
  return line.from === 'client' ? command(line) : answer(line);
}

function command({ text, isMore }: PlacedLine): Explanation {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const verb = word.toUpperCase();
  if (isMore || !isVerb(verb)) {
    const meaning = [said(isMore ? 'pop3.secret' : 'pop3.unknown')];
    return { name: said('explain.client'), meaning, parts: [], rfc: isMore ? 'RFC 5034 §4' : 'RFC 1939 §3' };
  }
  const parts = partsOf(
    { text: word, name: said('smtp.part.verb') },
    { text: rest.join(' '), name: said(verb === 'PASS' ? 'smtp.part.credentials' : 'pop3.part.argument') },
  );
  return { name: said('explain.client'), meaning: [said(`pop3.${verb}`)], parts, rfc: rfcOf(VERBS[verb]) };
}

function answer({ text, command: asked, isMore }: PlacedLine): Explanation {
  const status = /^(\+OK|-ERR)(?: \[([^\]\s]+)[^\]]*\])? ?(.*)$/is.exec(text);
  if (isMore && !status) return row(text, asked);
  if (/^\+(?: |$)/.test(text)) {
    const parts = partsOf({ text: text.slice(2), name: said('smtp.part.challenge') });
    return { name: said('explain.server'), meaning: [said('pop3.challenge')], parts, rfc: 'RFC 5034 §4' };
  }
  if (!status) return { name: said('explain.server'), meaning: [said('pop3.row')], parts: [], rfc: 'RFC 1939 §3' };
  const [, word = '', code = '', rest = ''] = status;
  const isYes = word.toUpperCase() === '+OK';
  const meaning = [said(isYes ? (asked === undefined ? 'pop3.greeting' : 'pop3.ok') : 'pop3.err')];
  const problem = isYes ? undefined : entryOf(PROBLEMS, code.toUpperCase());
  const parts = partsOf(
    { text: word, name: said('pop3.part.status') },
    code === ''
      ? undefined
      : { text: `[${code}]`, name: said('pop3.part.code'), ...(problem ? { note: said(problem) } : {}) },
    { text: rest, name: said('pop3.part.text') },
  );
  if (problem) meaning.push(said(problem));
  return { name: said('explain.server'), meaning, parts, rfc: code === '' ? 'RFC 1939 §3' : 'RFC 2449 §8' };
}

function row(text: string, asked: string | undefined): Explanation {
  const name = said('explain.server');
  if (text === '.') return { name, meaning: [said('pop3.end')], parts: [], rfc: 'RFC 1939 §3' };
  const verb = asked ?? '';
  const [number = '', value = ''] = text.split(' ');
  const isNumbered = verb === 'LIST' || verb === 'UIDL';
  const parts = isNumbered
    ? partsOf(
        { text: number, name: said('pop3.part.number') },
        { text: value, name: said(verb === 'LIST' ? 'pop3.part.size' : 'pop3.part.uid') },
      )
    : [];
  const rfc = isVerb(verb) ? rfcOf(VERBS[verb]) : 'RFC 1939 §3';
  return { name, meaning: [said(entryOf(ROWS, verb) ?? 'pop3.row')], parts, rfc };
}
