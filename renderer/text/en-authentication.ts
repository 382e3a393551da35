// The words about who a letter is proved to be from. Counterpart: inspector/authentication-view.tsx. Rule: as in en.ts.

export const enAuthentication = {
  'auth.title': 'Is it who it says it is?',
  'auth.at': 'as {host} found it',
  'auth.canonical.title': 'What was signed, before and after it is brought into canonical form',
  'auth.signed.by': 'What {domain} signed, with the key “{selector}”',
  'auth.signed.help':
    'A signature isn’t made over the letter but over its canonical form: here {header} for the header and {body} for the body.',
  'auth.field': 'as it stands',
  'auth.canonical': 'as it is hashed',
  'auth.changed': 'changed since it was signed',
  'auth.body': { one: 'Body: {count} octet is hashed.', other: 'Body: {count} octets are hashed.' },
  'auth.body.same': 'It is the body that was signed.',
  'auth.body.differs': 'From line {line} on it isn’t the body that was signed:',
  'auth.was': 'signed',
  'auth.is': 'here',
  'auth.noLine': '(no such line)',
  'auth.gone': 'The letter’s bytes aren’t kept any more.',
} as const;
