// Plays lessons in labs for tests. Counterpart: play/player.ts. Rule: nothing is told here that the player doesn't do.

import type { Lesson } from '../../contract/lesson.ts';
import { Player, type PlayerOptions } from '../../play/player.ts';
import { TestLab } from '../support/lab.ts';

export function openPlayer(
  lesson: Lesson,
  row: number,
  at: number,
  options: Omit<PlayerOptions, 'openLab'> = {},
): Promise<Player> {
  return Player.open(lesson, row, at, { ...options, openLab: (lab) => TestLab.open(lab) });
}
