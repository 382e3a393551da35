// One SMTP command line, read as Postfix reads it with strict envelopes. Counterpart: smtp/replies.ts answers; slips.ts
// says what a person may have meant. Rule: pure grammar (RFC 5321 sections 4.1.1 and 4.1.2). Whether a command may come
// now is the server's to ask, and it asks first: Postfix answers "nested MAIL" before it looks at a wrong address.
// One entry a verb in VERBS; a new command is one more entry.

import type { ByteString } from '../bytes.ts';
import { COMMAND_LINE_OCTETS } from '../limits.ts';
import { readParameters, type Parameter } from './parameters.ts';
import { readPath, type Path } from './path.ts';
import { problemReply, type ProblemCode } from './problems.ts';
import type { Reply } from './replies.ts';
import { nearMisses, type Slip } from './slips.ts';
import { readTokens, type CommandToken } from './tokens.ts';

export type { Parameter } from './parameters.ts';
export type { Path } from './path.ts';
export type { ProblemCode } from './problems.ts';
export type { Slip } from './slips.ts';

/** A command that was understood, one that wasn't, or one whose arguments are wrong. */
export type SmtpCommand = { slips: readonly Slip[] } & CommandForm;

/** A command without its slips. */
export type CommandForm =
  | { verb: 'HELO' | 'EHLO' | 'LHLO' | 'NOOP' | 'VRFY' | 'EXPN' | 'HELP' | 'ETRN'; argument: ByteString }
  | { verb: 'MAIL'; reversePath: Path; parameters: readonly Parameter[] }
  | { verb: 'RCPT'; forwardPath: Path; parameters: readonly Parameter[] }
  | { verb: 'DATA' | 'RSET' | 'QUIT' | 'STARTTLS' }
  | { verb: 'AUTH'; mechanism: string; initial?: ByteString }
  | { verb: 'BDAT'; octets: number; last: boolean }
  | { verb: 'unknown'; word: ByteString }
  | { verb: 'bad'; command: string; problem: ProblemCode; reply: Reply };

/** Tokens after the verb; `rest` is the text after it with outer white space gone. */
type Grammar = (tokens: readonly CommandToken[], rest: ByteString) => CommandForm;

const bad = (command: string, problem: ProblemCode, detail: ByteString = ''): CommandForm => ({
  verb: 'bad',
  command,
  problem,
  reply: problemReply(problem, detail),
});

const helo =
  (verb: 'HELO' | 'EHLO' | 'LHLO', problem: ProblemCode): Grammar =>
  (_tokens, rest) =>
    rest === '' ? bad(verb, problem) : { verb, argument: rest };

/** Takes any argument and leaves judging it to the server. */
const anything =
  (verb: 'NOOP' | 'EXPN' | 'HELP'): Grammar =>
  (_tokens, rest) => ({ verb, argument: rest });

const bare =
  (verb: 'DATA' | 'RSET' | 'STARTTLS', problem: ProblemCode): Grammar =>
  (tokens) =>
    tokens.length > 0 ? bad(verb, problem) : { verb };

const VERBS: Readonly<Record<string, Grammar>> = {
  HELO: helo('HELO', 'helo-syntax'),
  EHLO: helo('EHLO', 'ehlo-syntax'),
  LHLO: helo('LHLO', 'lhlo-syntax'),
  MAIL: (tokens) => {
    const [keyword, pathToken] = tokens;
    if (keyword?.text.toUpperCase() !== 'FROM:' || !pathToken) return bad('MAIL', 'mail-syntax');
    const reversePath = readPath(pathToken);
    if (!reversePath) return bad('MAIL', 'bad-sender');
    const read = readParameters('MAIL', tokens.slice(2));
    if ('problem' in read) return bad('MAIL', read.problem, read.detail);
    return { verb: 'MAIL', reversePath, parameters: read.parameters };
  },
  RCPT: (tokens) => {
    const [keyword, pathToken] = tokens;
    if (keyword?.text.toUpperCase() !== 'TO:' || !pathToken) return bad('RCPT', 'rcpt-syntax');
    const forwardPath = readPath(pathToken);
    // Only a reverse path may be null: RFC 5321 section 4.1.1.3.
    if (!forwardPath || forwardPath.address === '') return bad('RCPT', 'bad-recipient');
    const read = readParameters('RCPT', tokens.slice(2));
    if ('problem' in read) return bad('RCPT', read.problem, read.detail);
    return { verb: 'RCPT', forwardPath, parameters: read.parameters };
  },
  DATA: bare('DATA', 'data-syntax'),
  RSET: bare('RSET', 'rset-syntax'),
  STARTTLS: bare('STARTTLS', 'starttls-syntax'),
  QUIT: () => ({ verb: 'QUIT' }), // whatever follows: a client that wants to go should go
  NOOP: anything('NOOP'),
  HELP: anything('HELP'),
  EXPN: anything('EXPN'),
  VRFY: (_tokens, rest) => (rest === '' ? bad('VRFY', 'vrfy-syntax') : { verb: 'VRFY', argument: rest }),
  ETRN: (tokens, rest) => (tokens.length === 1 ? { verb: 'ETRN', argument: rest } : bad('ETRN', 'etrn-syntax')),
  AUTH: (tokens) => {
    const [mechanism, initial] = tokens;
    if (!mechanism || tokens.length > 2) return bad('AUTH', 'auth-syntax');
    const form = { verb: 'AUTH', mechanism: mechanism.text.toUpperCase() } as const;
    return initial ? { ...form, initial: initial.text } : form;
  },
  BDAT: (tokens) => {
    const [octets, last] = tokens;
    const lastGiven = last?.text.toUpperCase() === 'LAST';
    if (!octets || !/^\d{1,15}$/.test(octets.text) || tokens.length > 2 || (last && !lastGiven)) {
      return bad('BDAT', 'bdat-syntax');
    }
    return { verb: 'BDAT', octets: Number(octets.text), last: lastGiven };
  },
};

/**
 * Reads a command line without its line end. Never throws. `bad` carries the reply that Postfix would give; `slips` says
 * what looks like a mistake even where the command was accepted (`MAIL FROM: <a@b>`).
 */
export function parseCommand(line: ByteString): SmtpCommand {
  return {
    ...commandForm(line),
    // Thirty looks at a line: taken only when somebody asks.
    get slips() {
      return nearMisses(line);
    },
  };
}

function commandForm(line: ByteString): CommandForm {
  if (line.length > COMMAND_LINE_OCTETS) return bad('', 'line-too-long');
  const tokens = readTokens(line);
  const word = tokens[0];
  if (!word) return bad('', 'empty-line');
  const verb = word.text.toUpperCase();
  const grammar = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!grammar) return { verb: 'unknown', word: word.text };
  return grammar(tokens.slice(1), line.slice(word.end).trim());
}
