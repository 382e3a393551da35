// A mailbox in one file, used by programs that we didn't write: what they read is what was delivered, what they write is
// taken in, and their locks and ours keep each other out.

import fs from 'node:fs';
import path from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import { RealDisk } from '../../engine/world/real-disk.ts';
import { ENCODED, MULTIPART, PLAIN } from '../engine/access/letters.ts';
import { mboxOn, START_MS } from '../engine/store/accounts.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
});

const FROM = Buffer.from('Subject: a quote\r\n\r\nFrom here on\r\n>From there\r\n\r\n\r\n');
const LETTERS = [PLAIN, ENCODED, MULTIPART, FROM];

async function filled() {
  const dir = makeTemporaryDir();
  const disk = new RealDisk(dir);
  cleanups.push(
    () => fs.rmSync(dir, { recursive: true, force: true }),
    () => disk.close(),
  );
  const { inbox } = mboxOn(disk);
  for (const letter of LETTERS) await inbox.deliver(letter, START_MS);
  return { dir, disk, inbox, file: path.join(dir, 'bob/INBOX') };
}

describe.skipIf(missing('python3'))('Python’s mailbox.mbox', () => {
  const python = async (file: string, ...lines: string[]): Promise<unknown> => {
    const script = ['import mailbox, json, sys', 'box = mailbox.mbox(sys.argv[1])', ...lines].join('\n');
    const run = await runProgram(programPath('python3'), ['-c', script, file]);
    expect(run.code, run.stderr).toBe(0);
    return JSON.parse(run.stdout.toString() || 'null');
  };

  test('finds every letter as it was delivered, but for the fields that are the mailbox’s', async () => {
    const { file } = await filled();
    const bodies = await python(
      file,
      'print(json.dumps([box.get_bytes(k).decode("latin1").split("\\n\\n", 1)[1] for k in box.keys()]))',
    );
    // It is a reader of mboxo: it takes no mark off.
    const expected = LETTERS.map((one) => Buffer.from(one).toString('latin1').replaceAll('\r\n', '\n'))
      .map((text) => text.slice(text.indexOf('\n\n') + 2))
      .map((text) => text.replace(/^(>*From )/gm, '>$1'));
    expect(bodies).toEqual(expected);
  });

  test('adds a letter, marks one and removes one under its lock, and all of it is seen', async () => {
    const { file, inbox, disk } = await filled();
    await python(
      file,
      'box.lock()',
      'm = box[0]; m.set_flags("RF"); box[0] = m',
      'box.remove(1)',
      'box.add("Subject: by Python\\n\\nFrom a program\\n")',
      'box.flush(); box.unlock()',
    );
    inbox.refresh();
    inbox.sync();
    expect(inbox.letters().map(({ uid, flags }) => [uid, ...flags])).toEqual([[1, 'Seen', 'Flagged'], [3], [4], [5]]);
    expect(Buffer.from(inbox.read(5)).toString()).toBe('Subject: by Python\r\n\r\nFrom a program\r\n');
    const again = mboxOn(disk).inbox;
    expect(again.letters().map(({ uid, octets }) => [uid, octets])).toEqual(
      inbox.letters().map(({ uid, octets }) => [uid, octets]),
    );
  });

  test('waits for our lock, and we for its', async () => {
    const { file, inbox } = await filled();
    fs.writeFileSync(`${file}.lock`, 'another program');
    await expect(inbox.deliver(PLAIN, START_MS)).rejects.toThrow(/unable to lock/);
    const held = await python(
      file,
      'try:',
      '  box.lock(); print(json.dumps("locked"))',
      'except mailbox.ExternalClashError:',
      '  print(json.dumps("held"))',
    );
    expect(held).toBe('held');
  });
});

describe.skipIf(missing('s-nail'))('s-nail', () => {
  test('opens the file, reads, deletes and writes it back', async () => {
    const { file, inbox } = await filled();
    const commands = ['-Y', 'headers', '-Y', 'type 1', '-Y', 'delete 2', '-Y', 'quit'];
    const settings = ['-S', 'v15-compat=yes', '-S', 'hold', '-S', 'keepsave'];
    const run = await runProgram(programPath('s-nail'), ['-n', '-#', ...settings, ...commands, '-f', file]);
    expect(run.stdout.toString()).toContain('Lunch at noon');
    expect(run.stdout.toString()).toContain('..two dots');
    inbox.refresh();
    expect(inbox.letters().map(({ uid }) => uid)).toEqual([1, 3, 4]);
    expect(inbox.letters()[0]?.flags.has('Seen')).toBe(true);
    expect(Buffer.from(inbox.read(3))).toEqual(Buffer.from(MULTIPART));
  });
});
