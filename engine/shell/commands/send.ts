// send --from A --to B [--subject S] [--body T] [--server HOST[:PORT]]: a letter by a whole SMTP
// dialog, shown line by line, as swaks does it. Rule: a password goes out inside TLS or not at all; only --add-header may
// be given more than once.

import { stuffDots } from '../../../mail/smtp/data.ts';
import { formatDate } from '../../../mail/date.ts';
import { parseMx } from '../../dns/presentation.ts';
import { HostFiles } from '../../host-files.ts';
import type { Job, ShellCommand } from '../command.ts';
import { Dialog, dialProblem } from '../dialog.ts';
import { Exchange } from '../exchange.ts';
import { hostNames } from '../hosts.ts';
import { portOf, targetOf } from '../lookup.ts';

const OPTIONS = [
  '--from',
  '--to',
  '--subject',
  '--body',
  '--server',
  '--helo',
  '--h-from',
  '--add-header',
  '--auth-user',
  '--auth-password',
] as const;

export const send: ShellCommand = {
  name: 'send',
  synopsis: 'send --from ADDRESS --to ADDRESS [--subject TEXT] [--body TEXT] [--server HOST[:PORT]] [--helo NAME]',
  summary: 'send a letter and see the whole dialog',
  secretOptions: ['--auth-password'],
  details: [
    'Without --server it goes to the mail exchanger of the recipient. --from "<>" is nobody.',
    '\\n in the text begins a line; \\x0a is a line feed by itself, \\x0d a carriage return by itself.',
    '--h-from puts another From: into the letter than stands on the envelope.',
    '--add-header "X-Mood: fine" writes a line on top of the header; may be given several times.',
    '%DATE% in such a line is the date, %DATE-6m% that of six minutes ago.',
    '--auth-user ADDRESS --auth-password WORD log in first, inside TLS.',
    '--body @FILE sends what is in a file of this host.',
  ],
  async run(words, job) {
    const options = read(words);
    const from = options?.get('--from')?.replace(/^<(.*)>$/, '$1');
    const to = options?.get('--to')?.replace(/^<(.*)>$/, '$1');
    if (!options || from === undefined || to === undefined || /[\r\n]/.test(from + to)) {
      job.print(`usage: ${send.synopsis}\n`);
      return;
    }
    const [, server, port = '25'] = /^(.*?)(?::([^:]+))?$/.exec(options.get('--server') ?? '') ?? [];
    const number = portOf(port);
    if (number === undefined) {
      job.print(`send: ${port}: neither a port nor a service\n`);
      return;
    }
    const name = server === undefined || server === '' ? await exchangerOf(to, job) : server;
    const target = name === undefined ? undefined : await targetOf(name, 'send', job);
    const body = target && (await bodyOf(options.get('--body'), job));
    if (!target || body === undefined) return;
    job.print(`=== Trying ${target.name}:${number}...\n`);
    try {
      const dialog = await Dialog.open(target, number, job);
      job.waitsOn(dialog);
      job.print(`=== Connected to ${target.name}.\n`);
      const helo = options.get('--helo') ?? job.host.host.name;
      const exchange = new Exchange(dialog, job.cause, (mark, line) => job.print(`${mark} ${line}\n`));
      const isGreeted = await greet(exchange, dialog, { helo, servername: target.name, options, job });
      if (isGreeted) await deliver(exchange, { from, to, letter: compose(options, { from, to, body }, job) });
      await exchange.ask('QUIT');
      dialog.end();
      await dialog.conn.closed;
      job.print('=== Connection closed.\n');
    } catch (error) {
      job.print(`*** Error connecting to ${target.name}:${number}: ${dialProblem(error)}\n`);
    }
  },
  complete: (_last, before, seat) => {
    const { users, hosts } = seat.lab.run.context.topology;
    const option = before.at(-1);
    if (option === '--server') return hostNames(hosts);
    const wantsAddress = option === '--from' || option === '--to' || option === '--auth-user';
    return wantsAddress ? users.map((user) => user.address) : OPTIONS;
  },
};

function read(words: readonly string[]): Map<string, string> | undefined {
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at] ?? '';
    const value = words[at + 1];
    if (!OPTIONS.some((one) => one === name) || value === undefined) return undefined;
    const before = name === '--add-header' ? options.get(name) : undefined;
    options.set(name, before === undefined ? value : `${before}\r\n${value}`);
  }
  return options;
}

/** The best mail exchanger of an address, or its domain itself (RFC 5321 section 5.1). */
async function exchangerOf(address: string, job: Job): Promise<string> {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const { run } = job.lab;
  const lookup = await run.context.resolverOf(job.host.host.name).lookup(domain, 'MX', 'shell', job.cause);
  const exchanges = lookup.answers.flatMap((answer) => (answer.type === 'MX' ? (parseMx(answer.data) ?? []) : []));
  const [best] = exchanges.toSorted((left, right) => left.preference - right.preference);
  return best?.exchange ?? domain;
}

/** The text: as typed, with `\\n` for a new line, or that of a file; undefined, and said, when there is none. */
async function bodyOf(typed = 'This is a letter sent by hand.', job: Job): Promise<string | undefined> {
  if (!typed.startsWith('@')) return typed.replaceAll('\\n', '\n');
  const files = new HostFiles(job);
  const found = await files.find(typed.slice(1));
  const [file] = 'problem' in found ? [] : found.files;
  if (file !== undefined) return new TextDecoder().decode(await files.read(file)).replace(/\r?\n$/, '');
  job.print(`send: ${typed.slice(1)}: ${'problem' in found ? found.problem : 'Is a directory'}\n`);
  return undefined;
}

function compose(
  options: ReadonlyMap<string, string>,
  { from, to, body }: { from: string; to: string; body: string },
  job: Job,
): Uint8Array {
  const subject = options.get('--subject') ?? 'A letter by hand';
  const date = formatDate(job.lab.run.context.clock.now_ms());
  const author = options.get('--h-from') ?? from;
  const own = [`Date: ${date}`, `To: ${to}`, `From: ${author}`, `Subject: ${subject}`];
  const lines = [...added(options, job), ...own, '', ...body.split(/\r?\n/)];
  return Buffer.from(`${lines.join('\r\n')}\r\n`.replace(BARE, (code) => (code === '\\x0a' ? '\n' : '\r')));
}

/** The lines of --add-header. `%DATE%` is swaks's word for now; `%DATE-6m%` is six minutes ago. */
function added(options: ReadonlyMap<string, string>, job: Job): string[] {
  const now_ms = job.lab.run.context.clock.now_ms();
  const dated = (_: string, minutes: string | undefined) => formatDate(now_ms + Number(minutes ?? 0) * MINUTE_MS);
  return [options.get('--add-header') ?? []].flat().map((text) => text.replace(DATES, dated));
}

/** Octets that no line end is made of here, written as C writes them. */
const BARE = /\\x0[ad]/g;
const MINUTE_MS = 60_000;
const DATES = /%DATE(?:([+-]\d{1,6})m)?%/g;

interface Greeting {
  helo: string;
  servername: string;
  options: ReadonlyMap<string, string>;
  job: Job;
}

const fine = async (answer: Promise<string | undefined>, wanted: RegExp) => wanted.test((await answer) ?? '');

/** Up to where an envelope may be begun; false when the server doesn't want to go that far. */
async function greet(
  exchange: Exchange,
  dialog: Dialog,
  { helo, servername, options, job }: Greeting,
): Promise<boolean> {
  const hello = () => fine(exchange.ask(`EHLO ${helo}`), /^250/);
  if (!(await fine(exchange.reply(), /^220/)) || !(await hello())) return false;
  const login = options.get('--auth-user');
  if (login === undefined) return true;
  if (!(await fine(exchange.ask('STARTTLS'), /^220/))) return false;
  await dialog.secure(servername, job.lab.run.context.certificates.authorityPem);
  job.print('=== TLS started.\n');
  const credentials = Buffer.from(`\0${login}\0${options.get('--auth-password') ?? ''}`).toString('base64');
  return (await hello()) && (await fine(exchange.ask(`AUTH PLAIN ${credentials}`), /^235/));
}

/** The transaction, until a refusal ends it. */
async function deliver(
  exchange: Exchange,
  { from, to, letter }: { from: string; to: string; letter: Uint8Array },
): Promise<void> {
  const taken =
    (await fine(exchange.ask(`MAIL FROM:<${from}>`), /^250/)) &&
    (await fine(exchange.ask(`RCPT TO:<${to}>`), /^25/)) &&
    (await fine(exchange.ask('DATA'), /^354/));
  if (taken) await exchange.tell(stuffDots(letter));
}
