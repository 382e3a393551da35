// The example scripts of the documentation do what their pages say.

import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';

const example = (name: string) => fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url));

test('send-and-read prints the four hops, newest first', async () => {
  const { code, stdout, stderr } = await runProgram(process.execPath, [example('send-and-read.mjs')]);
  expect(code, stderr).toBe(0);
  const hosts = stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => / by (\S+)/.exec(line)?.[1]);
  expect(hosts).toEqual(['mail.harbor.example', 'mx1.harbor.example', 'relay.campus.example', 'submit.campus.example']);
});

test('greylisting prints both decisions and the delivery', async () => {
  const { code, stdout, stderr } = await runProgram(process.execPath, [example('greylisting.mjs')]);
  expect(code, stderr).toBe(0);
  expect(stdout.toString()).toBe(
    'minute 0: defer (greylist.first)\nminute 5: continue (greylist.returned)\ndelivered to bob@harbor.example\n',
  );
});
