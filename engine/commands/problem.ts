// A command that was refused: a code for the screen's catalogue, and what to mend.

import type { CommandError } from '../../contract/frames.ts';

export class CommandProblem extends Error {
  override name = 'CommandProblem';
  readonly problem: string;

  constructor(problem: string, detail: string) {
    super(detail);
    this.problem = problem;
  }

  toJSON(): CommandError {
    return { problem: this.problem, detail: this.message };
  }
}
