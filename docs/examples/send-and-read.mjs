// Starts a lab, sends Bob a letter, and prints each server's Received line from his mailbox.
//
//   node docs/examples/send-and-read.mjs
//
// It talks to the lab as any program can: lines of JSON in, lines of JSON out.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const lab = spawn(process.execPath, [run, 'lab', '--json', '--clock', 'manual'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const say = (request) => lab.stdin.write(`${JSON.stringify(request)}\n`);

const letter = { from: 'alice@campus.example', to: ['bob@harbor.example'], subject: 'Hello', text: 'From a script.' };
const bob = 'bob@harbor.example';

for await (const line of createInterface({ input: lab.stdout })) {
  const message = JSON.parse(line);
  if (message.ready) say({ id: 1, command: 'mail.send', args: letter });
  if (message.id === 1) say({ id: 2, command: 'lab.settled' });
  if (message.id === 2) say({ id: 3, command: 'store.read', args: { address: bob, uid: 1 } });
  if (message.id === 3) {
    const received = message.reply.bytes.match(/^Received: .*\r\n(?:[ \t].*\r\n)*/gm);
    for (const field of received) console.log(field.trim().replace(/\s+/g, ' '));
    say({ id: 4, command: 'lab.close' });
  }
  if (message.error) throw new Error(message.error.detail);
}
