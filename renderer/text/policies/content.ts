// The words of the policies that look into the letter. Counterpart: ../policies.ts, which has the rule for the keys.

export const contentPoliciesEn = {
  'policy.content-checks': 'Header and body checks',
  'policy.content-checks.help':
    'Patterns, one a line: /pattern/ and REJECT, DISCARD, HOLD, WARN or DUNNO, with words for the sender after it. The first that fits decides. They see what is on the wire; a word in base64 is hidden from them.',
  'policy.content-checks.enabled': 'Compare letters with patterns',
  'policy.content-checks.placement': 'Where it stands',
  'policy.content-checks.header': 'Patterns for header fields',
  'policy.content-checks.body': 'Patterns for lines of the body',
  'why.content.nothing': 'No pattern fits any of the {fields} fields, nor the body.',
  'why.content.header': '{pattern} fits the field “{line}”: {action}.',
  'why.content.body': '{pattern} fits the line “{line}”: {action}.',
  'otherwise.content.header': 'A field written in another way, as with one more space, wouldn’t have been found.',
  'otherwise.content.body': 'The same words in base64 wouldn’t have been found.',

  'policy.attachments': 'Kinds of attachments',
  'policy.attachments.help':
    'Programs don’t come by mail. A file is known by its name, by the type that the letter claims, and by its first octets.',
  'policy.attachments.enabled': 'Look at attachments',
  'policy.attachments.placement': 'Where it stands',
  'policy.attachments.extensions': 'Endings of file names',
  'policy.attachments.types': 'Content types',
  'policy.attachments.looksInside': 'Look at how the file begins',
  'policy.attachments.onFound': 'Such a file',
  'why.attachment.fine': 'None of the letter’s {parts} parts is of a kind that isn’t wanted.',
  'why.attachment.extension': '“{file}” ends in .{extension}, whatever its type {type} says.',
  'why.attachment.type': 'A part says that it is {type}.',
  'why.attachment.program': 'A part that calls itself {type} begins like a program for {kind}.',
  'otherwise.attachment.other': 'Without the file, the letter would have been taken.',

  'policy.choice.before': 'before the queue: a refusal is said in the dialog',
  'policy.choice.after': 'behind it (port 10025): a refusal becomes a bounce',

  'policy.footer': 'Footer',
  'policy.footer.help':
    'Writes lines below each letter that is plain text. A DKIM signature from before doesn’t survive it.',
  'policy.footer.enabled': 'Write below letters',
  'policy.footer.placement': 'Where it stands',
  'policy.footer.text': 'What is written there',
  'why.footer.added': 'It wrote {octets} octets below the text; the letter had {signatures} signatures over it.',
  'why.footer.not': 'The letter isn’t plain text as it is ({type} {encoding}), so nothing was written below it.',

  'policy.tag-subject': 'Mark in the subject',
  'policy.tag-subject.help': 'Puts a word before the subject of letters from outside, so that readers are warned.',
  'policy.tag-subject.enabled': 'Mark subjects',
  'policy.tag-subject.placement': 'Where it stands',
  'policy.tag-subject.tag': 'The word',
  'why.tagSubject.marked': 'It put {tag} before the subject.',
  'why.tagSubject.there': '{tag} stands in the subject already.',

  'policy.copy-to': 'Copy to somebody more',
  'policy.copy-to.help':
    'Adds a recipient to the envelope. Nobody who reads the letter can tell: its header doesn’t say so.',
  'policy.copy-to.enabled': 'Send copies',
  'policy.copy-to.placement': 'Where it stands',
  'policy.copy-to.address': 'Whom to',
  'why.copyTo.added': 'It added {address} to the recipients.',
} as const;
