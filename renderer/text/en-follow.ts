// The words of a page that follows a lecture, and of a question to the hall. Counterpart: renderer/follow/. Rule: as in en.ts.

export const followEn = {
  'link.following': 'Following a lecture',
  'follow.title': 'Follow the lecture',
  'follow.about':
    'You will see what stands on the stage, from the presenter’s computer. You can look around in it and answer questions; you can’t change anything.',
  'follow.code': 'Code from the wall',
  'follow.join': 'Follow',
  'follow.joining': 'Asking to be let in …',
  'follow.wrongCode': 'That isn’t the code. It has six letters and digits and stands on the wall.',
  'follow.tooMany': 'Too many wrong codes came from your network. Wait a minute, then try again.',
  'follow.privacy': 'No name is asked for. Your answers are counted, not kept, and nobody can tell which was yours.',
  'follow.waiting': 'You are in. The lecture begins in a moment.',
  'follow.lost': 'The presenter’s computer doesn’t answer. Trying again …',
  'follow.over': 'The presenter has closed the doors. Thank you for following.',
  'follow.sentAway':
    'This page said something that followers may not say, or too many follow already. Load it again to join anew.',
  'follow.black': 'Look at the presenter.',
  'follow.reading': 'Following',
  'stage.at': 'scene {at} of {of}',
  'vote.title': 'Question to the hall',
  'vote.open': 'Answer now; you may change your mind.',
  'vote.discuss': 'Talk to your neighbour. You can answer again in a moment.',
  'vote.again': 'Answer once more.',
  'vote.closed': 'No more answers are taken.',
  'vote.shown': 'This is how the hall answered.',
  'vote.counted': 'Your answer is counted.',
  'vote.chart': 'How the hall answered',
  'vote.right': '\u2713 right:',
  'vote.before': 'before',
  'vote.after': 'after',
  'vote.count': '{count} ({percent} %)',
} as const;
