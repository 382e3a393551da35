// What a line inside a letter is. Counterpart: renderer/explain/letter-lines.ts.

export const letterLinesEn = {
  'letter.line.folded': 'It begins with a space, so it goes on with the field {field} above it.',
  'letter.line.blank': 'The blank line: above it is the header, below it the text.',
  'letter.line.text': 'Text. No server reads it on the way.',
  'letter.line.stuffed':
    'A line of text that began with a dot: the client put one more before it, and the server takes that off again.',
  'letter.line.end': 'The lone dot: the letter ends here, and from the server’s 250 on it is the server’s.',
} as const;
