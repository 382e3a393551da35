// Recorded dialogues of a real Postfix, and the same lines said to a server of ours. Counterpart: fixtures/postfix/.
// Rule: a client's line is typed as it was recorded, octet by octet; what is compared is the reply's code and enhanced
// code, because the words of another program aren't ours to copy.

import { readFileSync } from 'node:fs';

import { Telnet } from './telnet.ts';

export interface Exchange {
  /** What the client said; undefined for the banner. */
  line?: string;
  /** Code and enhanced code, such as `250 2.1.0`; `(closed)` when the connection was gone; undefined for no reply. */
  reply?: string;
}

export interface RecordedSession {
  title: string;
  /** Address of the client. */
  client: string;
  exchanges: Exchange[];
}

/** The sessions of a file: `### title  [client A -> B:port]`, then `C:` and `S:` lines. */
export function readTranscript(file: string): RecordedSession[] {
  const text = readFileSync(new URL(`../fixtures/postfix/${file}`, import.meta.url), 'latin1');
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [head = '', ...lines] = section.split('\n');
      const [, title = '', client = ''] = /^(.*?)\s+\[client (\S+) -> /.exec(head) ?? [];
      return { title, client, exchanges: exchangesOf(lines) };
    });
}

function exchangesOf(lines: readonly string[]): Exchange[] {
  const exchanges: Exchange[] = [{}];
  for (const line of lines) {
    const [, side, said = ''] = /^([CS]): (.*)$/.exec(line) ?? [];
    // What was said before the greeting stands as the octets that went out.
    const [, early] = /^\(raw\) b'(.*)\\r\\n'$/.exec(said) ?? [];
    const text = early ?? said;
    const last = exchanges.at(-1);
    if (early !== undefined) exchanges.splice(0, 1, { line: text });
    else if (side === 'C') exchanges.push({ line: text });
    else if (side === 'S' && last && !/^\d{3}-/.test(text)) last.reply = codesOf(text);
    else if (/closed the connection|connection error/.test(line) && last) last.reply = '(closed)';
  }
  return exchanges;
}

/** `250 2.1.0 Ok` -> `250 2.1.0`; a code without an enhanced one stays alone (RFC 2034 section 4). */
export function codesOf(reply: string): string {
  const last = reply.split('\n').at(-1) ?? '';
  return /^\d{3}(?: [245]\.\d{1,3}\.\d{1,3}(?= ))?/.exec(last)?.[0] ?? last;
}

/** Says every line of `session` to `port`; returns what our server answered, in the same shape. */
export async function replay(
  session: RecordedSession,
  port: number,
  /** What has to happen before the first line is said. */
  connected: (telnet: Telnet) => void | Promise<void> = () => undefined,
): Promise<Exchange[]> {
  const telnet = await Telnet.open(port);
  await connected(telnet);
  const heard: Exchange[] = [];
  for (const { line, reply } of session.exchanges) {
    if (line !== undefined) telnet.type(`${line}\r\n`);
    heard.push({
      ...(line === undefined ? {} : { line }),
      ...(reply === undefined ? {} : { reply: codesOf(await telnet.reply()) }),
    });
  }
  await telnet.close();
  return heard;
}
