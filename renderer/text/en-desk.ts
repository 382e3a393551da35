// The catalogue's part for the desk: the Inbox, sessions, labs, reports. Counterpart: en.ts holds the parts together.
// Rule: as in en.ts.

export const enDesk = {
  'inbox.title': 'Inbox',
  'inbox.user': 'Whose mail',
  'inbox.refresh': 'Refresh',
  'inbox.how': 'Read over IMAP from {host}, as any mail program does.',
  'inbox.dialog': 'See the IMAP dialog',
  'inbox.noLab': 'Mail is read from a running lab. This one isn’t running, so nobody answers.',
  'inbox.opening': 'Logging in',
  'inbox.list': 'Letters of {address}',
  'inbox.unread': 'unread',
  'inbox.answered': 'answered',
  'inbox.marked': 'marked as deleted',
  'inbox.undo': 'Undo',
  'inbox.deleted': {
    one: '{count} letter is marked as deleted. The server keeps it until it is told to remove it.',
    other: '{count} letters are marked as deleted. The server keeps them until it is told to remove them.',
  },
  'inbox.expunge': 'Remove for good',
  'inbox.reading': 'Letter',
  'inbox.empty':
    'No mail yet. Go to Lab and send a letter to this address: it appears here by itself, because the mail program waits for news (IMAP calls that IDLE).',
  'inbox.choose': 'Choose a letter. Reading it marks it as read on the server.',
  'inbox.reply': 'Reply',
  'inbox.delete': 'Delete',
  'inbox.way': 'See the way it came',
  'inbox.asShown': 'As a mail program shows it',
  'inbox.onDisk': 'As it lies on disk, {octets} octets',
  'inbox.html': 'This letter is HTML only. Here is what was written; none of it is carried out.',
  'inbox.noText': 'This letter holds no text.',

  'session.save': 'Save session',
  'session.open': 'Open session',
  'session.mark': 'Session from {day}, opened from {file}.',
  'session.markUndated': 'Session opened from {file}.',
  'session.readOnly': 'Everything can be looked at, nothing changed.',
  'session.inexact':
    'It was saved by another version of Posthorn: some of what you see may differ from what its owner saw.',
  'session.close': 'Close the session',
  'session.saving': 'Saving {file}',
  'session.opening': 'Opening {file}',
  'session.cancel': 'Cancel',
  'session.dismiss': 'Close',
  'session.drop': 'Drop the session here to open it',
  'session.notOne': '{file} isn’t a Posthorn session. Sessions end in .posthorn; “Save session” makes them.',
  'session.newer': '{file} was saved by a newer Posthorn ({version}). Update this one to open it.',
  'session.damaged': '{file} is damaged: it was cut short or changed after it was saved. Ask for it again.',
  'session.damagedAt':
    '{file} is damaged at event {event}: it was cut short or changed after it was saved. Ask for it again.',
  'session.tooLarge': '{file} is too large to open here: a session may have 256 MB, and 512 MB unpacked.',
} as const;
