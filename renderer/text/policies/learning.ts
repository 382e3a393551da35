// The words of the filters that act at delivery, for each person by themselves. Counterpart: engine/policy/; ../policies.ts
// has the rule for the keys.

export const learningPoliciesEn = {
  'policy.bayes': 'Filter that learns (Bayes)',
  'policy.bayes.help':
    'Each user teaches their own: what they move to Junk is junk, what they take out of it isn’t. It counts words, and acts when the letter has long been accepted. On the host, “learn --ham bob” teaches a whole folder.',
  'policy.bayes.enabled': 'Judge letters by their words',
  'policy.bayes.threshold': 'Junk from this probability on',
  'policy.bayes.onJunk': 'A letter that is junk',
  'policy.bayes.atLeast': 'Letters of each kind that it wants to have seen',
  'policy.choice.junk': 'into the folder Junk',
  'why.bayes.untaught':
    'It has been taught {junk} junk letters and {other} others; without both kinds there is nothing to compare.',
  'why.bayes.taught': 'The letter has {words} words; {junk} junk letters and {other} others have taught the filter.',
  'why.bayes.word': '“{token}” stood in {junk} junk letters and in {other} others: {probability}.',
  'why.bayes.junk':
    'Together the {telling} most telling words say {probability}, and junk begins at {threshold}: P = Πf / (Πf + Π(1−f)).',
  'why.bayes.other':
    'Together the {telling} most telling words say {probability}, and junk begins at {threshold}: P = Πf / (Πf + Π(1−f)).',
  'otherwise.bayes.word': 'Without the word “{token}” the result would have been another one.',
  'otherwise.bayes.above': 'With a threshold above {probability} it wouldn’t have been junk.',
  'otherwise.bayes.below': 'With a threshold of {probability} or less it would have been junk.',
} as const;
