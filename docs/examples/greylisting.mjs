// Switches greylisting on at mx1, watches our own server be told to come back later, lets ten
// minutes pass on the lab clock, and prints what mx1 decided each time, and why.
//
//   node docs/examples/greylisting.mjs

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const lab = spawn(process.execPath, [run, 'lab', '--json', '--clock', 'manual'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});

const steps = [
  ['config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true }],
  ['mail.send', { from: 'alice@campus.example', to: ['bob@harbor.example'], subject: 'Patience' }],
  ['lab.settled', {}],
  ['clock.advance', { ms: 10 * 60 * 1000 }],
  ['lab.close', {}],
];
const next = () => {
  const [command, args] = steps.shift() ?? [];
  if (command) lab.stdin.write(`${JSON.stringify({ id: steps.length, command, args })}\n`);
};

for await (const line of createInterface({ input: lab.stdout })) {
  const message = JSON.parse(line);
  if (message.error) throw new Error(message.error.detail);
  if (message.ready || message.reply) next();
  if (message.type === 'policy.decided') {
    const { verdict, reasons } = message.data;
    const minutes = Math.round((message.at_ms - Date.parse('2026-01-05T09:00:00Z')) / 60_000);
    console.log(`minute ${minutes}: ${verdict} (${reasons.map((reason) => reason.code).join(', ')})`);
  }
  if (message.type === 'store.delivered') console.log(`delivered to ${message.data.mailbox}`);
}
