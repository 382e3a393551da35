// openssl s_client -connect HOST:PORT [-starttls smtp|pop3|imap] [-crlf] [-quiet]: a dialog inside TLS.

import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';

import type { Job, ShellCommand } from '../command.ts';
import { Dialog, dialProblem } from '../dialog.ts';
import { DialogProgram } from '../dialog-program.ts';
import { Exchange } from '../exchange.ts';
import { hostNames } from '../hosts.ts';
import { portOf, targetOf } from '../lookup.ts';

const OPTIONS = ['-connect', '-starttls', '-servername', '-crlf', '-quiet'];
/** What asks for TLS, and what says that it may begin. */
const STARTTLS: Readonly<Record<string, { hello?: string; ask: string; yes: RegExp }>> = {
  smtp: { hello: 'EHLO', ask: 'STARTTLS', yes: /^220/ },
  pop3: { ask: 'STLS', yes: /^\+OK/ },
  imap: { ask: 'a STARTTLS', yes: /^a OK/i },
};

export const openssl: ShellCommand = {
  name: 'openssl',
  synopsis: 'openssl s_client -connect HOST:PORT [-starttls smtp|pop3|imap] [-servername NAME] [-crlf] [-quiet]',
  summary: 'talk to a server by hand inside TLS',
  details: [
    '-starttls asks for TLS in the clear first (ports 25, 587, 110, 143); 465, 993 and 995 begin with it.',
    '-crlf ends lines with CRLF, as mail protocols want. Without -quiet a line that begins with Q',
    'quits and one that begins with R renegotiates: so "RCPT TO" never arrives.',
  ],
  async run(words, job) {
    const [tool, ...options] = words;
    const connect = valueOf(options, '-connect');
    const [, name, port = ''] = /^(.+):([^:]+)$/.exec(connect ?? '') ?? [];
    const number = portOf(port);
    const starttls = valueOf(options, '-starttls');
    if (tool !== 's_client' || name === undefined || number === undefined) {
      job.print(`usage: ${openssl.synopsis}\n`);
      return;
    }
    const manner = starttls === undefined ? undefined : STARTTLS[starttls];
    if (starttls !== undefined && !manner) {
      job.print(`s_client: Value must be one of: ${Object.keys(STARTTLS).join(' ')}\n`);
      return;
    }
    const target = await targetOf(name, 'openssl', job);
    if (!target) return;
    const quiet = options.includes('-quiet');
    try {
      const dialog = await Dialog.open(target, number, job);
      job.waitsOn(dialog);
      if (!quiet) job.print('CONNECTED(00000003)\n');
      if (manner && !(await ask(dialog, manner, job))) return;
      const secure = await dialog.secure(
        valueOf(options, '-servername') ?? (isIP(target.name) ? '' : target.name),
        job.lab.run.context.certificates.authorityPem,
      );
      if (!quiet) job.print(describe(secure));
      const style = {
        lineEnd: options.includes('-crlf') ? '\r\n' : '\n',
        closedThere: quiet ? '' : 'closed\n',
        closedHere: '',
      } as const;
      new DialogProgram(
        dialog,
        quiet ? style : { ...style, instead: (line, program) => trap(line, program) },
        job,
      ).start();
    } catch (error) {
      job.print(
        `openssl: ${error instanceof Error && error.name !== 'DialError' ? error.message : `connect: ${dialProblem(error)}`}\n`,
      );
    }
  },
  complete: (last, before, seat) => {
    if (before.length === 0) return ['s_client'];
    if (before.at(-1) === '-starttls') return Object.keys(STARTTLS);
    if (before.at(-1) === '-connect') return hostNames(seat.lab.run.context.topology.hosts).map((name) => `${name}:`);
    return OPTIONS;
  },
};

function valueOf(options: readonly string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}

/** The plaintext part; false, and said, when the server doesn't want TLS. */
async function ask(dialog: Dialog, { hello, ask: word, yes }: (typeof STARTTLS)[string], job: Job): Promise<boolean> {
  const exchange = new Exchange(dialog, job.cause);
  await exchange.reply();
  if (hello !== undefined) await exchange.ask(`${hello} ${job.host.host.name}`);
  const answer = await exchange.ask(word);
  if (answer !== undefined && yes.test(answer)) return true;
  job.print(`The server does not start TLS: ${answer ?? 'it closed the connection'}\n`);
  dialog.end();
  return false;
}

/** What s_client tells of the handshake. */
function describe(secure: TLSSocket): string {
  const certificate = secure.getPeerCertificate();
  const cipher = secure.getCipher();
  const verified = secure.authorized ? '0 (ok)' : String(secure.authorizationError);
  const names = certificate.subjectaltname;
  return [
    '---',
    'Server certificate',
    `subject=CN = ${String(certificate.subject?.CN ?? '')}`,
    `issuer=CN = ${String(certificate.issuer?.CN ?? '')}`,
    ...(names === undefined ? [] : [`names=${names}`]),
    '---',
    `New, ${secure.getProtocol() ?? ''}, Cipher is ${cipher.name}`,
    `Verify return code: ${verified}`,
    '---',
    '',
  ].join('\n');
}

/** The keys that s_client keeps for itself. */
function trap(line: string, program: DialogProgram): boolean {
  if (line.startsWith('Q')) {
    program.over('DONE\n');
    return true;
  }
  if (!line.startsWith('R')) return false;
  program.say('RENEGOTIATING\n(s_client took the R for itself: the line did not go out. -quiet or lower case help.)\n');
  return true;
}
