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

  'policy.challenge': 'Challenge and response',
  'policy.challenge.help':
    'Who has never written is asked to answer first; the letter waits in the folder Quarantine. The work is the senders’, and when the sender was forged, somebody who never wrote gets the question: that is backscatter.',
  'policy.challenge.enabled': 'Ask unknown senders to answer',
  'policy.challenge.keep_s': 'Throw away what nobody answered for after, in seconds',
  'policy.challenge.lifetime_s': 'Know who answered for, in seconds',
  'policy.challenge.known': 'Addresses and domains that are never asked',
  'policy.challenge.naive': 'Naive: ask machines too, in the owner’s name (against RFC 3834)',
  'why.challenge.answered':
    'It carries the token that {sender} was given: they are known from now on, and their letters are handed over.',
  'why.challenge.listed': '{entry} is among those who are never asked.',
  'why.challenge.known': '{sender} has answered before.',
  'why.challenge.nobody':
    'It is from nobody, as bounces and challenges are; nobody can be asked, and it may be awaited.',
  'why.challenge.machine': 'A list or a program sent it for {sender}; a machine can’t answer, so it isn’t asked.',
  'why.challenge.asked':
    '{sender} never wrote here: the letter is kept back for {keep_s} s, and a challenge goes to that address.',
  'why.challenge.again': '{sender} has been asked already, and the answer hasn’t come: this letter waits too.',
  'why.challenge.unaskable':
    'It is from nobody, who can’t be asked; as naive as it is, the filter keeps it back all the same.',
  'otherwise.challenge.answer': 'Once {sender} answers the challenge, it is handed over.',
} as const;
