// What a person did to the run, and could have left undone: edits of held lines, settings, faults, letters, jumps of the
// clock. Counterpart: undone-form.tsx. Rule: pure; what only looks, and lines that were typed, aren't among them.

import { commandArgs } from '../../contract/commands.ts';
import type { Seq } from '../../contract/ids.ts';
import type { History } from '../store/history.ts';
import { showLine } from '../store/octets.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showDuration, showList } from '../text/times.ts';

export interface Deed {
  seq: Seq;
  at_ms: number;
  /** As a person would tell it. */
  said: string;
}

/** In their order. */
export function deedsOf(history: History): Deed[] {
  const deeds: Deed[] = [];
  for (let seq = history.first; seq <= history.last; seq += 1) {
    const event = history.event(seq);
    if (event?.type !== 'input.command') continue;
    const said = wordsOf(event.data.command, event.data.args);
    if (said !== undefined) deeds.push({ seq, at_ms: event.at_ms, said });
  }
  return deeds;
}

/** Typed lines have a form of their own; looking changes nothing; a hold by itself is told by what was done with the line. */
const NONE = /^(?:shell|inbox|hold)\./;

function wordsOf(command: string, args: unknown): string | undefined {
  if (command === 'hold.release') {
    const release = commandArgs['hold.release'].safeParse(args).data;
    return release?.instead === undefined ? undefined : t('fork.deed.edit', { line: showLine(release.instead) });
  }
  if (NONE.test(command)) return undefined;
  if (command === 'mail.send') {
    const letter = commandArgs['mail.send'].safeParse(args).data;
    return letter && t('fork.deed.letter', { from: letter.from, to: showList(letter.to) });
  }
  if (command === 'config.patch') {
    const patch = commandArgs['config.patch'].safeParse(args).data;
    return patch && t('fork.deed.setting', { host: shortName(patch.host), path: patch.path });
  }
  if (command === 'clock.advance') {
    const jump = commandArgs['clock.advance'].safeParse(args).data;
    return jump && t('fork.deed.clock', { time: showDuration(jump.ms) });
  }
  return command === 'fault.set' ? t('fork.deed.fault') : t('fork.deed.other', { command });
}
