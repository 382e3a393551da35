// fetchmail: fetches letters from a mailbox over POP3 and hands each to an SMTP server, as if it had just come (a mail
// retrieval agent). Counterpart: pop3-talk.ts, exchange.ts. Rule: a letter is deleted only when the server there has it;
// it gets a Received field of its own, and goes on under the sender that its Return-Path names.

import { formatDate } from '../../../mail/date.ts';
import { headerLength, splitMessage, firstValue } from '../../../mail/fields.ts';
import { toByteString } from '../../../mail/bytes.ts';
import { stuffDots } from '../../../mail/smtp/data.ts';
import type { Job, ShellCommand } from '../command.ts';
import { Dialog, dialProblem } from '../dialog.ts';
import { Exchange } from '../exchange.ts';
import { hostNames } from '../hosts.ts';
import { targetOf, type Target } from '../lookup.ts';
import { Pop3Refusal, Pop3Talk } from '../pop3-talk.ts';

const OPTIONS = ['-u', '-p', '--to', '--smtphost'] as const;
const POP3_PORT = 110;
const SMTP_PORT = 25;

interface Order {
  server: string;
  user: string;
  password: string;
  to: string;
  smtphost: string;
  /** Letters stay where they are. */
  keep: boolean;
}

export const fetchmail: ShellCommand = {
  name: 'fetchmail',
  synopsis: 'fetchmail [-k] -u USER -p PASSWORD --to ADDRESS [--smtphost HOST] SERVER',
  summary: 'fetch letters over POP3 and hand them to an SMTP server',
  secretOptions: ['-p'],
  details: [
    'Each letter goes to ADDRESS, through HOST or, without --smtphost, through SERVER itself.',
    'A letter that was handed over is deleted on the server; with -k it stays.',
  ],
  async run(words, job) {
    const order = read(words);
    if (!order) {
      job.print(`usage: ${fetchmail.synopsis}\n`);
      return;
    }
    const [pop3, smtp] = [
      await targetOf(order.server, 'fetchmail', job),
      await targetOf(order.smtphost, 'fetchmail', job),
    ];
    if (!pop3 || !smtp) return;
    try {
      await fetch(order, pop3, smtp, job);
    } catch (error) {
      if (error instanceof Pop3Refusal) job.print(`fetchmail: ${order.server} said: ${visible(error.message)}\n`);
      else job.print(`fetchmail: ${dialProblem(error)}\n`);
    }
  },
  complete: (_last, before, seat) => {
    const { users, hosts } = seat.lab.run.context.topology;
    const option = before.at(-1);
    if (option === '-u' || option === '--to') return users.map(({ address }) => address);
    return option === '--smtphost' ? hostNames(hosts) : [...OPTIONS, '-k', ...hostNames(hosts)];
  },
};

function read(words: readonly string[]): Order | undefined {
  const options = new Map<string, string>();
  const rest = words.filter((one) => one !== '-k');
  while (OPTIONS.some((one) => one === rest[0])) {
    const [option = '', value] = rest.splice(0, 2);
    if (value === undefined) return undefined;
    options.set(option, value);
  }
  const [server, ...more] = rest;
  const [user, password, to] = ['-u', '-p', '--to'].map((one) => options.get(one));
  if (server === undefined || user === undefined || password === undefined || to === undefined) return undefined;
  if (more.length > 0 || /[\r\n<>]/.test(user + password + to)) return undefined;
  return { server, user, password, to, smtphost: options.get('--smtphost') ?? server, keep: words.includes('-k') };
}

async function fetch(order: Order, pop3: Target, smtp: Target, job: Job): Promise<void> {
  const dialog = await Dialog.open(pop3, POP3_PORT, job);
  job.waitsOn(dialog);
  const talk = new Pop3Talk(dialog, job.cause);
  try {
    await talk.greeted();
    await talk.ask(`USER ${order.user}`);
    await talk.ask(`PASS ${order.password}`);
    const [letters = 0, octets = 0] = (await talk.ask('STAT')).split(' ').map(Number);
    if (letters === 0) job.print(`fetchmail: No mail for ${order.user} at ${order.server}\n`);
    else {
      job.print(
        `${letters} ${letters === 1 ? 'message' : 'messages'} for ${order.user} at ${order.server} (${octets} octets).\n`,
      );
      await handOver(letters, talk, order, pop3, smtp, job);
    }
    await talk.ask('QUIT');
  } finally {
    dialog.end();
    await dialog.conn.closed;
  }
}

/** All of them in one SMTP session. */
async function handOver(
  letters: number,
  talk: Pop3Talk,
  order: Order,
  pop3: Target,
  smtp: Target,
  job: Job,
): Promise<void> {
  const dialog = await Dialog.open(smtp, SMTP_PORT, job);
  const exchange = new Exchange(dialog, job.cause);
  try {
    const isReady = is(await exchange.reply(), 2) && is(await exchange.ask(`EHLO ${job.host.host.name}`), 2);
    if (!isReady) job.print(`fetchmail: SMTP connect to ${smtp.name} failed\n`);
    for (let number = 1; isReady && number <= letters; number += 1) {
      const letter = await talk.askLong(`RETR ${number}`);
      const answer = await submit(letter, exchange, order, pop3, job);
      const isTaken = is(answer, 2);
      if (isTaken && !order.keep) await talk.ask(`DELE ${number}`);
      else if (!isTaken) await exchange.ask('RSET');
      const fate = isTaken ? (order.keep ? 'kept' : 'flushed') : `not flushed: ${visible(answer ?? 'no answer')}`;
      job.print(
        `reading message ${order.user}@${order.server}:${number} of ${letters} (${letter.length} octets) ${fate}\n`,
      );
    }
    await exchange.ask('QUIT');
  } finally {
    dialog.end();
    await dialog.conn.closed;
  }
}

/** The reply that decided. */
async function submit(
  letter: Uint8Array,
  exchange: Exchange,
  { to }: Order,
  pop3: Target,
  job: Job,
): Promise<string | undefined> {
  const { fields } = splitMessage(toByteString(letter.subarray(0, headerLength(letter))));
  const sender = /<([^<>\s]*)>/.exec(firstValue(fields, 'Return-Path') ?? '')?.[1] ?? '';
  const steps: [string, 2 | 3][] = [
    [`MAIL FROM:<${sender}>`, 2],
    [`RCPT TO:<${to}>`, 2],
    ['DATA', 3],
  ];
  for (const [command, wanted] of steps) {
    const answer = await exchange.ask(command);
    if (!is(answer, wanted)) return answer;
  }
  const date = formatDate(job.lab.run.context.clock.now_ms());
  const received = `Received: from ${pop3.name} [${pop3.address}]\r\n\tby ${job.host.host.name} with POP3 (fetchmail)\r\n\tfor <${to}>; ${date}\r\n`;
  return exchange.tell(stuffDots(Buffer.concat([Buffer.from(received, 'latin1'), letter])));
}

const is = (answer: string | undefined, first: 2 | 3): boolean => answer?.startsWith(String(first)) === true;

/** A server's words, of which none can obey the screen. */
const visible = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
