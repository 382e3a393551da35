// Debian's Postfix as a neighbour of the lab: a whole one of its own, in a directory of the test, on loopback.
// Counterpart: scripts/programs.mjs says whether it can be run. Rule: nothing of a Postfix that the machine may have is
// read or touched; who starts one stops it, and nothing is left.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { Telnet } from './telnet.ts';
import { makeTemporaryDir } from './temporary-dir.ts';
import { programPath } from './programs.ts';

const run = promisify(execFile);

/** Its parts that mail over SMTP and into a Maildir needs; none in a chroot. */
const MASTER = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup  unix       n - n -     0 cleanup
qmgr     unix       n - n 300   1 qmgr
rewrite  unix       - - n -     - trivial-rewrite
bounce   unix       - - n -     0 bounce
defer    unix       - - n -     0 bounce
trace    unix       - - n -     0 bounce
verify   unix       - - n -     1 verify
flush    unix       n - n 1000? 0 flush
proxymap unix       - - n -     - proxymap
smtp     unix       - - n -     - smtp
error    unix       - - n -     - error
retry    unix       - - n -     - error
virtual  unix       - n n -     - virtual
anvil    unix       - - n -     1 anvil
scache   unix       - - n -     1 scache
tlsmgr   unix       - - n 1000? 1 tlsmgr
postlog  unix-dgram n - n -     1 postlogd
`;

export interface PostfixWishes {
  /** Of 127.0.0.1. */
  port: number;
  hostName: string;
  /** All its addresses have one mailbox. */
  domain: string;
  /** Its certificate with the key, PEM; none: it offers no TLS. */
  certificate?: { cert: string; key: string };
  /** Lines of main.cf. */
  settings?: Record<string, string>;
}

export class Postfix {
  readonly #port: number;
  readonly #dir: string;
  readonly #child: ChildProcess;

  private constructor(dir: string, port: number, child: ChildProcess) {
    this.#dir = dir;
    this.#port = port;
    this.#child = child;
  }

  /** Resolves when it greets. */
  static async start(wishes: PostfixWishes): Promise<Postfix> {
    const dir = makeTemporaryDir();
    await furnish(dir, wishes);
    const [program = '', ...args] = command('-c', path.join(dir, 'etc'), 'start-fg');
    const child = spawn(program, args, { stdio: 'ignore' });
    const postfix = new Postfix(dir, wishes.port, child);
    try {
      await postfix.#greets();
      return postfix;
    } catch (error) {
      const log = postfix.log();
      await postfix.stop();
      throw new Error(log, { cause: error });
    }
  }

  /** The letters in its mailbox, oldest first, lines ended as a Unix program ends them. */
  letters(): string[] {
    const folder = path.join(this.#dir, 'mail/box/new');
    const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    return names.toSorted().map((name) => fs.readFileSync(path.join(folder, name), 'latin1'));
  }

  /** Its mail log so far. */
  log(): string {
    const file = path.join(this.#dir, 'log/mail.log');
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  /** Waits until a line of its log fits. */
  async logged(line: RegExp): Promise<void> {
    while (!line.test(this.log())) {
      if (this.#child.exitCode !== null) throw new Error(`Postfix ended: ${this.log()}`);
      await pause(20);
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    const [program = '', ...args] = command('-c', path.join(this.#dir, 'etc'), 'stop');
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await run(program, args).catch(() => this.#child.kill());
      await ended;
    }
    // Its queue belongs to other users.
    const [remove = '', ...words] = asRoot('rm', '-rf', this.#dir);
    await run(remove, words);
  }

  async #greets(): Promise<void> {
    while (this.#child.exitCode === null) {
      try {
        const telnet = await Telnet.open(this.#port);
        await telnet.reply();
        await telnet.ask('QUIT');
        await telnet.close();
        return;
      } catch {
        await pause(20);
      }
    }
    throw new Error('Postfix ended before it greeted');
  }
}

/** Everything that it needs below one directory. */
async function furnish(dir: string, wishes: PostfixWishes): Promise<void> {
  const at = (name: string) => path.join(dir, name);
  fs.chmodSync(dir, 0o755);
  for (const name of ['etc', 'queue', 'data', 'mail', 'log']) fs.mkdirSync(at(name));
  const { port, hostName, domain, certificate, settings = {} } = wishes;
  const owner = await mailboxOwner();
  if (certificate) fs.writeFileSync(at('etc/key.pem'), `${certificate.key}${certificate.cert}`, { mode: 0o600 });
  const main: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: at('queue'),
    data_directory: at('data'),
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: hostName,
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    smtp_dns_support_level: 'disabled',
    virtual_mailbox_domains: domain,
    virtual_mailbox_base: at('mail'),
    virtual_mailbox_maps: 'static:box/',
    virtual_minimum_uid: '1',
    virtual_uid_maps: `static:${owner}`,
    virtual_gid_maps: `static:${owner}`,
    maillog_file_prefixes: at('log'),
    maillog_file: at('log/mail.log'),
    ...(certificate ? { smtpd_tls_security_level: 'may', smtpd_tls_chain_files: at('etc/key.pem') } : {}),
    ...settings,
  };
  const lines = Object.entries(main).map(([name, value]) => `${name} = ${value}\n`);
  fs.writeFileSync(at('etc/main.cf'), lines.join(''));
  fs.writeFileSync(at('etc/master.cf'), MASTER(port));
  // Postfix looks that its own directories are its own.
  for (const [name, to] of [
    ['data', 'postfix'],
    ['queue', 'root'],
    ['etc', 'root'],
    ['mail', owner],
  ] as const) {
    const [program = '', ...args] = asRoot('chown', '-R', to, at(name));
    await run(program, args);
  }
}

/** Who may read the mailbox: whoever runs the test, unless that is root, in whose name Postfix delivers nothing. */
async function mailboxOwner(): Promise<string> {
  const own = process.getuid?.() ?? 0;
  return own === 0 ? (await run('id', ['-u', 'postfix'])).stdout.trim() : String(own);
}

function command(...words: string[]): string[] {
  return asRoot(path.join(path.dirname(programPath('postfix')), 'postfix'), ...words);
}

function asRoot(...words: string[]): string[] {
  return process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
}

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
