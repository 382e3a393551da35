// The states of the protocols in words. Counterpart: mail/states names them. Rule: as en.ts; a name says what has been
// said so far.

export const statesEn = {
  'states.toggle': 'States of the protocol',
  'states.title': 'States of the protocol',
  'states.none': 'Nobody knows what is spoken here.',
  'states.now': 'The dialog stands at: {state}.',
  'states.atLine': 'After this line it stands at: {state}.',
  'states.here': 'you are here',
  'states.stay': 'stays:',
  'states.leads': 'to {state}:',
  'states.dot': 'a lone dot',
  'states.smtp.connected': 'connected',
  'states.smtp.greeted': 'greeted',
  'states.smtp.sender': 'sender named',
  'states.smtp.recipients': 'recipient accepted',
  'states.smtp.text': 'the letter\u2019s text',
  'states.smtp.closed': 'closed',
  'states.pop3.AUTHORIZATION': 'AUTHORIZATION',
  'states.pop3.TRANSACTION': 'TRANSACTION',
  'states.pop3.UPDATE': 'UPDATE',
  'states.pop3.CLOSED': 'closed',
  'states.imap.notAuthenticated': 'not authenticated',
  'states.imap.authenticated': 'authenticated',
  'states.imap.selected': 'mailbox selected',
  'states.imap.logout': 'logout',
} as const;
