// Who writes in the experiment, how much and how often: 200 letters in some five hours of lab time. Counterpart: the
// actors, at home in topologies/crowd.ts. Rule: the same letters each time, whatever the defences; 60 of them are spam.

export interface Part {
  actor: string;
  letters: number;
  every_s: number;
}

// Each has an interval of its own, so that the kinds come mixed; all end within five hours.
export const PLAN: readonly Part[] = [
  { actor: 'patient', letters: 56, every_s: 310 },
  { actor: 'newsletter', letters: 20, every_s: 870 },
  { actor: 'forwarder', letters: 16, every_s: 1070 },
  { actor: 'list', letters: 12, every_s: 1430 },
  { actor: 'misconfigured', letters: 12, every_s: 1390 },
  { actor: 'pool', letters: 24, every_s: 710 },
  { actor: 'bot-early', letters: 20, every_s: 830 },
  { actor: 'bot-once', letters: 24, every_s: 690 },
  { actor: 'bot-bank', letters: 16, every_s: 1030 },
];

export const PLANNED = PLAN.reduce((sum, { letters }) => sum + letters, 0);

/** The server whose defences are tried. */
export const DEFENDED = 'mx1.harbor.example';
