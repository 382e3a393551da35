// A session on a paper terminal: what a person would see, whatever was typed and in whichever pieces the engine's words
// came. Counterpart: the real xterm in test/e2e/shell.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Dispatch } from '../../../contract/commands.ts';
import { drawArea, wipeArea } from '../../../renderer/shell/edit-area.ts';
import { ShellSession } from '../../../renderer/shell/session.ts';
import { ShellFeed } from '../../../renderer/shell/shell-feed.ts';
import { CommandFailed } from '../../../renderer/source/source.ts';
import { Script } from '../store/events.ts';

/** As much of a terminal as the shell uses; it never scrolls. */
class Paper {
  readonly size = { columns: 20, rows: 40 };
  row = 0;
  column = 0;
  #cells: string[][] = [[]];
  all = '';

  write(output: string): void {
    this.all += output;
    // oxlint-disable-next-line no-control-regex
    for (const [piece, count, kind] of output.matchAll(/\x1b\[(\d*)([A-Zm])|[^]/gu)) {
      if (kind !== undefined) this.#control(Number(count), kind);
      else if (piece === '\r') this.column = 0;
      else if (piece === '\n') this.row += 1;
      else this.#put(piece);
    }
  }

  get text(): string {
    return this.#cells.map((line) => Array.from(line, (cell) => cell ?? ' ').join('')).join('\n');
  }

  #put(character: string): void {
    if (this.column === this.size.columns) {
      this.row += 1;
      this.column = 0;
    }
    this.#line(this.row)[this.column] = character;
    this.column += 1;
  }

  #control(count: number, kind: string): void {
    if (kind === 'A') this.row = Math.max(0, this.row - count);
    else if (kind === 'C') this.column += count;
    else if (kind === 'H') [this.row, this.column] = [0, 0];
    else if (kind === 'J' && count === 2) this.#cells = [[]];
    else if (kind === 'J' && count === 0) {
      this.#line(this.row).length = Math.min(this.column, this.#line(this.row).length);
      this.#cells.length = Math.min(this.row + 1, this.#cells.length);
    }
  }

  #line(row: number): string[] {
    while (this.#cells.length <= row) this.#cells.push([]);
    return this.#cells[row] ?? [];
  }
}

/** An engine that notes what it is asked; what it says is said by the test. */
async function start(seatIn?: (host: string) => string) {
  const asked: unknown[] = [];
  const answers: Record<string, unknown> = { 'shell.open': { shell: 'sh1' }, 'shell.complete': { options: ['mailq'] } };
  let failure: CommandFailed | undefined;
  const dispatch = ((command: string, args: object) => {
    asked.push([command, args]);
    return failure ? Promise.reject(failure) : Promise.resolve(answers[command] ?? {});
  }) as Dispatch;
  const feed = new ShellFeed();
  const paper = new Paper();
  const session = new ShellSession(dispatch, feed, seatIn);
  const script = new Script();
  let told = 0;
  const flush = () => {
    feed.hear(script.events.slice(told));
    told = script.events.length;
  };
  const come = {
    prompt: (prompt: string, mode: 'line' | 'character' = 'line') => {
      script.add('shell.prompt', 'visitor.example', { shell: 'sh1', prompt, mode });
      flush();
    },
    input: (text: string) => {
      script.add('shell.input', 'visitor.example', { shell: 'sh1', text });
      flush();
    },
    output: (text: string) => {
      script.add('shell.output', 'visitor.example', { shell: 'sh1', text });
      flush();
    },
    closed: () => {
      script.add('shell.closed', 'visitor.example', { shell: 'sh1' });
      flush();
    },
    again: () => {
      const event = { ...script.events[0], run: 2 } as (typeof script.events)[0];
      feed.hear([event]);
    },
    /** Another lab, whose run may have the same number. */
    anotherLab: () => feed.hear([{ ...script.events[0], type: 'lab.opened', data: {} } as never]),
  };
  session.showOn(paper);
  script.add('shell.opened', 'visitor.example', { shell: 'sh1' });
  script.add('shell.prompt', 'visitor.example', { shell: 'sh1', prompt: 'v$ ', mode: 'line' });
  // Before the answer names the shell.
  flush();
  await session.open('visitor.example');
  const fail = (error: CommandFailed) => (failure = error);
  return { asked, paper, session, come, fail, last: () => paper.text.split('\n').at(-1) };
}

describe('a shell on its terminal', () => {
  it('begins with what to try, and a prompt', async () => {
    const { paper, asked } = await start();
    expect(asked).toEqual([['shell.open', { host: 'visitor.example', columns: 20 }]]);
    expect(paper.text).toMatch(/^Try: telnet mx1 25[^]*\nv\$ $/);
  });

  it('shows a line where it was typed before and after the engine has taken it', async () => {
    const { session, come, asked, paper, last } = await start();
    session.type('help');
    expect(last()).toBe('v$ help');
    session.type('\r');
    expect(paper.text).toMatch(/\nv\$ help$/);
    expect(paper.column, 'the cursor is below').toBe(0);
    expect(asked.at(-1)).toEqual(['shell.submit', { shell: 'sh1', line: 'help' }]);
    come.input('help\n');
    come.output('words\n');
    come.prompt('v$ ');
    expect(paper.text.split('\n').slice(-3)).toEqual(['v$ help', 'words', 'v$ ']);
  });

  it('keeps a half-typed line below what comes meanwhile', async () => {
    const { session, come, paper } = await start();
    session.type('telnet mx1 25\r');
    come.input('telnet mx1 25\n');
    come.prompt('');
    session.type('EHLO v');
    come.output('220 mx1 ESM');
    come.output('TP\n');
    session.type('isitor');
    expect(paper.text.split('\n').slice(-2)).toEqual(['220 mx1 ESMTP', 'EHLO visitor']);
  });

  it('says refusals in their colour, and the other end in its own', async () => {
    const { come, paper } = await start();
    come.output('550 of a file\n');
    come.prompt('');
    come.output('250 Ok\n550 5.1.');
    come.output('1 No such user\n');
    expect(paper.all).toContain('550 of a file\r\n');
    expect(paper.all).toContain('\x1b[34m250 Ok\x1b[0m\r\n\x1b[31m550 5.1.\x1b[0m');
    expect(paper.all).toContain('\x1b[31m1 No such user\x1b[0m');
  });

  it('lets nothing move the cursor but line ends and tabs', async () => {
    const { come, paper } = await start();
    come.output('a\x1b[2J\x9b1A\x07\rb\n');
    expect(paper.text).toContain('v$ a[2J1Ab');
  });

  it('sends keys as octets in character mode, and interrupts there too', async () => {
    const { session, come, asked } = await start();
    come.prompt('', 'character');
    session.type('é');
    session.type('\x7f');
    session.type('\x03');
    expect(asked.slice(-3)).toEqual([
      ['shell.bytes', { shell: 'sh1', bytes: '\xc3\xa9' }],
      ['shell.bytes', { shell: 'sh1', bytes: '\x7f' }],
      ['shell.signal', { shell: 'sh1', signal: 'interrupt' }],
    ]);
  });

  it('recalls commands and the lines of a dialog apart', async () => {
    const { session, come, last } = await start();
    session.type('telnet mx1 25\r');
    come.input('telnet mx1 25\n');
    come.prompt('');
    session.type('\x1b[A');
    expect(last()).toBe('');
    session.type('QUIT\r');
    come.input('QUIT\n');
    come.prompt('v$ ');
    session.type('\x1b[A');
    expect(last()).toBe('v$ telnet mx1 25');
  });

  it('completes at a prompt', async () => {
    const { session, last } = await start();
    session.type('mai\t');
    await new Promise(setImmediate);
    expect(last()).toBe('v$ mailq ');
  });

  it.each(['closed', 'again'] as const)('says when it has ended (%s), and begins anew at Enter', async (how) => {
    const { session, come, asked, paper } = await start();
    come[how]();
    expect(session.view().lines.at(-1)?.text).toBe('This shell has ended. Press Enter for a new one.');
    session.type('x');
    expect(asked).toHaveLength(1);
    session.type('\r');
    expect(asked.at(-1)).toEqual(['shell.open', { host: 'visitor.example', columns: 20 }]);
    expect(paper.text).toContain('Try:');
  });

  it('sits down in another lab at once, and hears nothing of a shell there that has the old one’s name', async () => {
    const { session, come, asked, paper } = await start(() => 'cafe.provider.example');
    come.anotherLab();
    expect(asked.at(-1)).toEqual(['shell.open', { host: 'cafe.provider.example', columns: 20 }]);
    expect(session.view().lines[0]?.text).toMatch(/^The lab was opened anew/);
    come.output('a stranger’s words\n');
    expect(paper.text).not.toContain('stranger');
  });

  it('shows what was said before its terminal was there', async () => {
    const { session, come } = await start();
    const late = new Paper();
    session.showOn(late);
    expect(late.text).toMatch(/^Try: [^]*\nv\$ $/);
    session.type('help');
    expect(late.text).toMatch(/\nv\$ help$/);
    session.type('\r');
    come.input('help\n');
    come.output('words\n');
    expect(late.text).toMatch(/\nv\$ help\s*\nwords\s*$/);
  });

  it('says what failed', async () => {
    const { session, fail, last } = await start();
    fail(new CommandFailed({ problem: 'bad arguments', detail: 'line' }));
    session.type('x\r');
    await new Promise(setImmediate);
    expect(last(), 'no line is left on its way').toBe('v$ ');
    expect(session.view().lines.at(-1)?.text).toContain('line');
  });
});

describe('the area below the text', () => {
  const word = fc.stringMatching(/^[a-z ]{0,50}$/);
  const state = fc.record({ text: word, place: fc.nat(50), pending: fc.array(word, { maxLength: 4 }) });

  it('is wiped without a trace, and leaves the cursor where the line says', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.array(state, { minLength: 1, maxLength: 6 }), (column, states) => {
        const paper = new Paper();
        const above = 'p'.repeat(column);
        paper.write(above);
        for (const { text, place, pending } of states) {
          const cursor = Math.min(place, text.length);
          const { output, row } = drawArea({ column, pending, text, cursor }, paper.size);
          paper.write(output);
          const flat = paper.text.split('\n').slice(0, paper.row).join('').length;
          if (pending.length === 0) {
            expect(paper.text.replaceAll('\n', '').trimEnd()).toBe((above + text).trimEnd());
            expect(flat + paper.column).toBe(column + cursor);
          }
          paper.write(wipeArea(row, column));
          expect(paper.text).toBe(above);
        }
      }),
    );
  });

  it('stays within the screen, however long the line', () => {
    const paper = new Paper();
    const { row } = drawArea({ column: 3, pending: ['a'], text: 'x'.repeat(16_384), cursor: 9000 }, paper.size);
    expect(row).toBeLessThan(paper.size.rows);
  });
});
