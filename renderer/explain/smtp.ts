// SMTP's commands, explained with the parts of the very line. Counterpart: mail/smtp/command.ts reads them,
// smtp-reply.ts has the answers, text/explain/smtp.ts the words. Rule: a verb is one entry of VERBS.

import { readTokens } from '../../mail/smtp/tokens.ts';
import { parseCommand, type SmtpCommand } from '../../mail/smtp/command.ts';
import { entryOf, type Explanation, type LinePart, partsOf, type PlacedLine, said } from './explanation.ts';

type Verb = Exclude<SmtpCommand['verb'], 'unknown' | 'bad'>;

/** Each verb and the RFC section that it comes from. */
const VERBS: Readonly<Record<Verb, string>> = {
  HELO: 'RFC 5321 §4.1.1.1',
  EHLO: 'RFC 5321 §4.1.1.1',
  LHLO: 'RFC 2033 §4.1',
  MAIL: 'RFC 5321 §4.1.1.2',
  RCPT: 'RFC 5321 §4.1.1.3',
  DATA: 'RFC 5321 §4.1.1.4',
  RSET: 'RFC 5321 §4.1.1.5',
  VRFY: 'RFC 5321 §4.1.1.6',
  EXPN: 'RFC 5321 §4.1.1.7',
  HELP: 'RFC 5321 §4.1.1.8',
  NOOP: 'RFC 5321 §4.1.1.9',
  QUIT: 'RFC 5321 §4.1.1.10',
  ETRN: 'RFC 1985 §5',
  STARTTLS: 'RFC 3207 §4',
  AUTH: 'RFC 4954 §4',
  BDAT: 'RFC 3030 §2',
};

const PARAMETERS = {
  SIZE: 'smtp.part.SIZE',
  BODY: 'smtp.part.BODY',
  SMTPUTF8: 'smtp.part.SMTPUTF8',
  AUTH: 'smtp.part.AUTH',
  RET: 'smtp.part.RET',
  ENVID: 'smtp.part.ENVID',
  NOTIFY: 'smtp.part.NOTIFY',
  ORCPT: 'smtp.part.ORCPT',
} as const;

export const SMTP_VERBS: readonly string[] = Object.keys(VERBS);

export function explainSmtpCommand(line: PlacedLine): Explanation {
  const { text } = line;
  if (line.isMore) return continuation(text);
  if (text.trim() === '') {
    return { name: said('smtp.empty'), meaning: [said('smtp.empty.is')], parts: [], rfc: 'RFC 5321 §4.1.1' };
  }
  const word = readTokens(text)[0]?.text ?? '';
  const verb = word.toUpperCase();
  if (!isVerb(verb)) {
    const parts = partsOf({ text: text.trim(), name: said('smtp.part.other') });
    return { name: said('smtp.unknown'), meaning: [said('smtp.unknown.is')], parts, rfc: 'RFC 5321 §4.1.1' };
  }
  const command = parseCommand(text);
  const meaning = [said(isNullPath(command) ? 'smtp.MAIL.null' : `smtp.${verb}.is`)];
  if (command.verb === 'bad') meaning.push(said('smtp.bad.is'));
  return { name: said(`smtp.${verb}`), meaning, parts: partsOfCommand(line, verb), rfc: VERBS[verb] };
}

const isVerb = (verb: string): verb is Verb => Object.hasOwn(VERBS, verb);

/** The null path of reports (RFC 5321 section 4.5.5). */
const isNullPath = (command: SmtpCommand): boolean => command.verb === 'MAIL' && command.reversePath.address === '';

function continuation(text: string): Explanation {
  const isAbort = text.trim() === '*';
  return {
    name: said('smtp.secret'),
    meaning: [said(isAbort ? 'smtp.abort.is' : 'smtp.secret.is')],
    parts: isAbort ? [] : partsOf({ text: text.trim(), name: said('smtp.part.credentials') }),
    rfc: 'RFC 4954 §4',
  };
}

function partsOfCommand({ text, secret }: PlacedLine, verb: Verb): LinePart[] {
  const tokens = readTokens(text);
  const [first, second, third] = tokens;
  const rest = text.slice(first?.end ?? 0).trim();
  const verbPart = { text: first?.text ?? '', name: said('smtp.part.verb') };
  switch (verb) {
    case 'MAIL':
    case 'RCPT': {
      // `FROM:` belongs to the verb: RFC 5321 section 4.1.1.2 writes them as one.
      const isKeyword = /^(?:from|to):$/i.test(second?.text ?? '');
      const path = isKeyword ? third : second;
      const opening = isKeyword ? text.slice(0, second?.end).trim() : verbPart.text;
      return partsOf(
        { ...verbPart, text: opening },
        { text: path?.text ?? '', name: said(verb === 'MAIL' ? 'smtp.part.reversePath' : 'smtp.part.forwardPath') },
        ...tokens.slice(isKeyword ? 3 : 2).map((token) => parameter(token.text)),
      );
    }
    case 'HELO':
    case 'EHLO':
    case 'LHLO':
      return partsOf(verbPart, { text: rest, name: said('smtp.part.name') });
    case 'AUTH': {
      const credentials = secret ? text.slice(secret.start, secret.end) : (third?.text ?? '');
      return partsOf(
        verbPart,
        { text: second?.text ?? '', name: said('smtp.part.mechanism') },
        { text: credentials, name: said('smtp.part.credentials') },
      );
    }
    case 'BDAT':
      return partsOf(
        verbPart,
        { text: second?.text ?? '', name: said('smtp.part.octets') },
        { text: third?.text ?? '', name: said('smtp.part.last') },
      );
    default:
      return partsOf(verbPart, { text: rest, name: said('smtp.part.argument') });
  }
}

function parameter(text: string): LinePart {
  const keyword = text.split('=', 1)[0]?.toUpperCase() ?? '';
  return { text, name: said(entryOf(PARAMETERS, keyword) ?? 'smtp.part.parameter') };
}
