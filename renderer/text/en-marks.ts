// The words for the marks of the timeline. Counterpart: timeline/mark-key.tsx, describe-mark.ts. Rule: as in en.ts.

export const marksEn = {
  'marks.row': 'marks',
  'marks.key': 'Signs',
  'marks.key.help': 'What the signs of the timeline mean',
  'marks.bar': 'a connection, and a refusal in it',
  'marks.clock': 'the clock was moved',
  'marks.fault': 'something was made to fail',
  'marks.setting': 'a setting or a zone was changed',
  'marks.queue': 'a postmaster saw to a queue',
  'marks.report': 'a report about a letter',
  'marks.route': 'a way to the next server was chosen',
  'marks.count': { one: '{count}\u00d7', other: '{count}\u00d7' },
  'marks.list': 'Latest marks',
  'marks.item': '{time}: {what}',
  'marks.advanced': 'The clock was moved on by {time}, to {to}.',
  'marks.stopped': 'The clock was stopped.',
  'marks.rated': 'The clock runs at {rate} times its pace.',
  'marks.changed': 'A setting of {host} was changed: {what}',
  'marks.zone': 'The zone {zone} was changed (serial {serial}).',
  'marks.faultSet': 'A fault was set: {rule}',
  'marks.faultCleared': 'A fault was taken away: {rule}',
} as const;
