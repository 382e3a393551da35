// Mail programs that people use hand a letter to the MSA, each in its own way of logging in and of going over to TLS,
// with the lab's certificate checked; and it lies in Bob's mailbox.

import fs from 'node:fs';
import path from 'node:path';

import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { splitMessage } from '../../mail/fields.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { missing, type ProgramName, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const LOGIN = 'alice@campus.example';
const PASSWORD = 'wonderland';
const BOB = 'bob@harbor.example';
const HELO = 'laptop.campus.example';
const BODY = 'One line.\r\n.dot first\r\n..two dots\r\n.\r\nLast line.\r\n';
const HEADER = `From: ${LOGIN}\r\nTo: ${BOB}\r\n`;

let lab: TestLab;
let dir: string;
/** The lab's authority, as a program is told to trust it. */
let authority: string;

beforeAll(async () => {
  lab = await TestLab.open({ serial: false, topology: testTopology() });
  dir = makeTemporaryDir();
  authority = path.join(dir, 'authority.pem');
  fs.writeFileSync(authority, lab.lab.run.context.certificates.authorityPem);
});
afterAll(async () => {
  await lab.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** What a program is called with, and what it reads. */
interface Call {
  args: string[];
  input?: string;
}

const PYTHON = `
import smtplib,ssl,sys
port,authority,tls,message=int(sys.argv[1]),sys.argv[2],sys.argv[3],sys.stdin.buffer.read()
ctx=ssl.create_default_context(cafile=authority)
c=smtplib.SMTP_SSL('127.0.0.1',port,local_hostname='${HELO}',context=ctx) if tls=='implicit' else smtplib.SMTP('127.0.0.1',port,local_hostname='${HELO}')
if tls!='implicit': c.starttls(context=ctx)
c.login('${LOGIN}','${PASSWORD}')
assert c.sendmail('${LOGIN}',['${BOB}'],message)=={}
c.quit()
`;

const CLIENTS: [name: string, program: ProgramName, port: 587 | 465, call: (port: number, letter: string) => Call][] = [
  [
    'swaks, STARTTLS and LOGIN',
    'swaks',
    587,
    (port, letter) => ({
      args: [
        ...['--server', `127.0.0.1:${port}`, '--tls', '--tls-verify', '--tls-ca-path', authority],
        ...['--auth', 'LOGIN', '--auth-user', LOGIN, '--auth-password', PASSWORD],
        ...['--ehlo', HELO, '--from', LOGIN, '--to', BOB, '--data', '-'],
      ],
      // It ends the last line itself.
      input: letter.trimEnd().replaceAll('\r\n', '\n'),
    }),
  ],
  ...([587, 465] as const).map((at): (typeof CLIENTS)[number] => [
    `curl, ${at === 465 ? 'implicit TLS' : 'STARTTLS'}`,
    'curl',
    at,
    (port, letter) => ({
      args: [
        ...['--silent', '--show-error', '--ssl-reqd', '--cacert', authority, '--user', `${LOGIN}:${PASSWORD}`],
        ...['--mail-from', LOGIN, '--mail-rcpt', BOB, '--upload-file', '-'],
        `smtp${at === 465 ? 's' : ''}://127.0.0.1:${port}/${HELO}`,
      ],
      input: letter,
    }),
  ]),
  ...([587, 465] as const).map((at): (typeof CLIENTS)[number] => [
    `Python smtplib, ${at === 465 ? 'implicit TLS' : 'STARTTLS'}`,
    'python3',
    at,
    (port, letter) => ({
      args: ['-c', PYTHON, String(port), authority, at === 465 ? 'implicit' : 'starttls'],
      input: letter,
    }),
  ]),
  [
    'msmtp, STARTTLS and PLAIN',
    'msmtp',
    587,
    (port, letter) => ({
      args: [
        ...['--file=/dev/null', '--host=127.0.0.1', `--port=${port}`, `--domain=${HELO}`, `--from=${LOGIN}`],
        ...['--tls=on', '--tls-starttls=on', `--tls-trust-file=${authority}`],
        ...['--auth=plain', `--user=${LOGIN}`, `--passwordeval=printf ${PASSWORD}`, BOB],
      ],
      input: letter.replaceAll('\r\n', '\n'),
    }),
  ],
  [
    's-nail, STARTTLS and LOGIN',
    's-nail',
    587,
    (port, letter) => ({
      args: [
        // It looks for a name in the certificate, never for an address.
        ...[
          '-#',
          '-:/',
          '-Sv15-compat',
          `-Smta=submission://${encodeURIComponent(LOGIN)}:${PASSWORD}@localhost:${port}`,
        ],
        ...['-Ssmtp-use-starttls', '-Ssmtp-auth=login', '-Stls-ca-no-defaults', `-Stls-ca-file=${authority}`],
        ...['-Stls-verify=strict', `-Sfrom=${LOGIN}`, `-Shostname=${HELO}`, '-Snosave'],
        ...['-s', subjectOf(letter), BOB],
      ],
      input: BODY.replaceAll('\r\n', '\n'),
    }),
  ],
];

const subjectOf = (letter: string) => /^Subject: (.*)\r$/m.exec(letter)?.[1] ?? '';

/** The one letter with this subject in Bob's mailbox, when everything has come to rest. */
async function arrived(subject: string): Promise<string> {
  await lab.lab.settled();
  const letters = (await lab.mailbox(BOB)).filter((one) => one.includes(`\r\nSubject: ${subject}\r\n`));
  expect(letters).toHaveLength(1);
  return letters[0] ?? '';
}

/** Its dots are as they were written, and the MSA said that the password came over TLS. */
function expectWhole(letter: string): void {
  expect(letter.slice(letter.indexOf('\r\n\r\n') + 4)).toBe(BODY);
  const received = splitMessage(letter).fields.filter((field) => field.name === 'Received');
  expect(received.at(-1)?.value).toContain('with ESMTPSA');
}

for (const [name, program, port, call] of CLIENTS) {
  describe.skipIf(missing(program))(name, () => {
    test('submits a letter', async () => {
      const { args, input } = call(lab.door('submit', port), `${HEADER}Subject: ${name}\r\n\r\n${BODY}`);
      const sent = await runProgram(programPath(program), args, input);
      expect(sent.code, `${sent.stderr}${sent.stdout.toString()}`).toBe(0);
      expectWhole(await arrived(name));
    });
  });
}

test('nodemailer submits letters over one connection', async () => {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: lab.door('submit', 587),
    name: HELO,
    requireTLS: true,
    pool: true,
    maxConnections: 1,
    tls: { ca: fs.readFileSync(authority) },
    auth: { user: LOGIN, pass: PASSWORD },
  });
  for (const subject of ['first of nodemailer', 'second of nodemailer']) {
    const sent = await transport.sendMail({ from: LOGIN, to: BOB, subject, text: BODY, newline: '\r\n' } as never);
    expect(sent.response).toMatch(/^250 2\.0\.0 Ok: queued as /);
    const letter = await arrived(subject);
    expectWhole(letter);
  }
  transport.close();
});
