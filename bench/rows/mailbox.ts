// A mailbox of 10,000 letters on disk: how long SELECT and a list of a hundred envelopes take, and that a delivery costs
// what it costs in one of 1,000. Counterpart: engine/store/maildir.ts, engine/access/imap. Rule: warm, as a mail program
// finds it that looks every few minutes; the floor of a delivery is the smaller mailbox, of the rest what the disk needs.

import fs from 'node:fs';
import path from 'node:path';

import { imapMachine } from '../../engine/access/imap/machine.ts';
import type { AccessMachine } from '../../engine/access/machine.ts';
import type { Account } from '../../engine/store/account.ts';
import { openMaildirAccount } from '../../engine/store/maildir-folders.ts';
import { openMboxAccount } from '../../engine/store/mbox-folders.ts';
import { RatedLabClock } from '../../engine/world/lab-clock.ts';
import { Randomness } from '../../engine/world/random.ts';
import { RealDisk } from '../../engine/world/real-disk.ts';
import type { Figure } from '../figure.ts';
import { LETTER_TEXT } from '../letter.ts';
import { MAILBOX } from '../limits.ts';
import { median } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import type { Row } from './row.ts';

const START_MS = Date.UTC(2026, 0, 5);

interface Times {
  select: number;
  envelopes: number;
  delivery: number;
  /** Reading the directory and a hundred files, by nobody's protocol. */
  listing: number;
  reading: number;
}

export const mailbox: Row = {
  name: 'mailbox',
  measure: async ({ mailboxTurns }): Promise<Figure[]> => {
    const small = await measured(MAILBOX.small, mailboxTurns);
    const large = await measured(MAILBOX.large, mailboxTurns);
    const file = await measuredFile(mailboxTurns);
    const of = `of ${MAILBOX.large.toLocaleString('en')}`;
    return [
      {
        name: `SELECT ${of}`,
        unit: 'ms',
        value: large.select,
        floor: { what: 'reading the directory', value: large.listing },
        target: { of: 'value', is: 'at most', limit: 200 },
      },
      {
        name: `${MAILBOX.envelopes} envelopes ${of}`,
        unit: 'ms',
        value: large.envelopes,
        floor: { what: 'reading the files', value: large.reading },
        target: { of: 'value', is: 'at most', limit: 100 },
      },
      {
        name: `a delivery into ${MAILBOX.large.toLocaleString('en')}`,
        unit: 'ms',
        value: large.delivery,
        floor: { what: `into ${MAILBOX.small.toLocaleString('en')}`, value: small.delivery },
        target: { of: 'ratio', is: 'at most', limit: 2 },
      },
      {
        name: `SELECT ${of} in one file`,
        unit: 'ms',
        value: file.select,
        floor: { what: 'in a Maildir', value: large.select },
        target: { of: 'value', is: 'at most', limit: 200 },
      },
      {
        name: `${MAILBOX.envelopes} envelopes ${of} in one file`,
        unit: 'ms',
        value: file.envelopes,
        floor: { what: 'in a Maildir', value: large.envelopes },
        target: { of: 'value', is: 'at most', limit: 100 },
      },
      {
        name: `a delivery into one file of ${MAILBOX.large.toLocaleString('en')}`,
        unit: 'ms',
        value: file.delivery,
        floor: { what: `of ${MAILBOX.small.toLocaleString('en')}`, value: file.smallDelivery },
        target: { of: 'ratio', is: 'at most', limit: 2 },
      },
    ];
  },
};

async function measured(letters: number, turns: number): Promise<Times> {
  const dir = temporaryDirectory();
  const disk = new RealDisk(dir.path);
  try {
    const directory = path.join(dir.path, 'bob/cur');
    fill(directory, letters);
    const account = openMaildirAccount({
      disk,
      path: 'bob',
      owner: 'bob@harbor.example',
      host: 'mail.harbor.example',
      lab: new RatedLabClock(START_MS, 0, () => 0),
      random: (name) => new Randomness(1, 1).stream('mail', name),
      separator: ':',
    });
    const session = loggedIn(account);
    const say = (line: string) => session.receive(Buffer.from(`a ${line}\r\n`));
    say('SELECT INBOX');
    const last = `${letters - MAILBOX.envelopes + 1}:${letters}`;
    const letter = Buffer.from(letterOf(0));
    return {
      select: await typical(turns, () => say('SELECT INBOX')),
      envelopes: await typical(turns, () => say(`FETCH ${last} (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)`)),
      delivery: await typical(turns * MAILBOX.deliveries, () => account.inbox.deliver(letter, START_MS)),
      listing: await typical(turns, () => fs.readdirSync(directory)),
      reading: await typical(turns, () => {
        const names = fs.readdirSync(directory).slice(0, MAILBOX.envelopes);
        for (const name of names) fs.readFileSync(path.join(directory, name));
      }),
    };
  } finally {
    disk.close();
    dir.remove();
  }
}

/** The same in one file, but for the floors. */
async function measuredFile(
  turns: number,
): Promise<Pick<Times, 'select' | 'envelopes' | 'delivery'> & { smallDelivery: number }> {
  const dir = temporaryDirectory();
  const disk = new RealDisk(dir.path);
  const letter = Buffer.from(letterOf(0));
  const filled = (owner: string, letters: number): Account => {
    const account = openMboxAccount({
      ...{ disk, path: owner, owner: `${owner}@harbor.example`, quoting: 'mboxrd' },
      lab: new RatedLabClock(START_MS, 0, () => 0),
      real_ms: () => START_MS,
    });
    for (let uid = 1; uid <= letters; uid += 1)
      account.inbox.append(Buffer.from(letterOf(uid)), new Set(['Seen']), START_MS);
    account.inbox.settle(account.inbox.letters().map(({ uid }) => uid));
    account.sync();
    return account;
  };
  try {
    const [small, large] = [filled('carol', MAILBOX.small), filled('bob', MAILBOX.large)];
    const session = loggedIn(large);
    const say = (line: string) => session.receive(Buffer.from(`a ${line}\r\n`));
    say('SELECT INBOX');
    const last = `${MAILBOX.large - MAILBOX.envelopes + 1}:${MAILBOX.large}`;
    return {
      select: await typical(turns, () => say('SELECT INBOX')),
      envelopes: await typical(turns, () => say(`FETCH ${last} (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)`)),
      delivery: await typical(turns * MAILBOX.deliveries, () => large.inbox.deliver(letter, START_MS)),
      smallDelivery: await typical(turns * MAILBOX.deliveries, () => small.inbox.deliver(letter, START_MS)),
    };
  } finally {
    disk.close();
    dir.remove();
  }
}

/** Letters that were read before, under names as the store gives them. */
function fill(directory: string, letters: number): void {
  fs.mkdirSync(directory, { recursive: true });
  for (let uid = 1; uid <= letters; uid += 1) {
    const text = letterOf(uid);
    const name = `${START_MS / 1000 + uid}.${uid}.mail.harbor.example,S=${Buffer.byteLength(text)},U=${uid}:2,S`;
    fs.writeFileSync(path.join(directory, name), text);
  }
}

function letterOf(number: number): string {
  const fields = [
    'From: Alice <alice@campus.example>',
    'To: bob@harbor.example',
    `Subject: Letter ${number}`,
    'Date: Mon, 5 Jan 2026 09:00:00 +0000',
    `Message-ID: <${number}@campus.example>`,
  ];
  return `${fields.join('\r\n')}\r\n\r\n${LETTER_TEXT}`;
}

function loggedIn(account: Account): AccessMachine {
  const session = imapMachine({
    ...{ hostName: 'mail.harbor.example', secure: true, startTls: false, plaintextLogin: true, apop: false },
    mechanisms: ['PLAIN'],
    authenticate: () => account,
    challenge: () => '',
    now_ms: () => START_MS,
  });
  session.receive(Buffer.from('a LOGIN bob secret\r\n'));
  return session;
}

async function typical(turns: number, action: () => unknown): Promise<number> {
  const times_ms: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const begun_ms = performance.now();
    await action();
    times_ms.push(performance.now() - begun_ms);
  }
  return median(times_ms);
}
