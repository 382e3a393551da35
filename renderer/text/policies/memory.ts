// The words for what a policy remembers. Counterpart: host/policy-memory.tsx.

export const policyMemoryEn = {
  'memory.of': 'What {policy} remembers',
  'memory.about': 'Who',
  'memory.state': 'What is remembered',
  'memory.actions': 'Change it',
  'memory.nobody': 'nobody (a bounce)',
  'memory.waiting': 'is let in after {left}',
  'memory.due': 'is let in at its next try; forgotten {until}',
  'memory.passed': 'came through; forgotten {until}',
  'memory.trusted': {
    one: 'came back {count} time; forgotten {until}',
    other: 'came back {count} times; forgotten {until}',
  },
  'memory.counted': '{count}, counted until {until}',
  'memory.asked': 'was asked to answer; its letters are thrown away {until}',
  'memory.taught': '{count} words, of {junk} junk letters and {other} others',
  'memory.word': 'in {junk} junk letters and {other} others: {probability}',
  'memory.admit': 'Let in',
  'memory.admitOne': 'Let in {about}',
  'memory.forget': 'Forget',
  'memory.forgetOne': 'Forget {about}',
  'memory.none': 'It remembers nobody yet.',
  'memory.cut': 'The latest {count} are shown.',
} as const;
