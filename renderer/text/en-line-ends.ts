// The words about line feeds that stand by themselves. Counterpart: host/line-ends.tsx. Rule: as in en.ts.

export const lineEndsEn = {
  'lineEnds.title': 'Line ends',
  'lineEnds.help':
    'In SMTP a line ends with two octets, carriage return and line feed. Some programs send the line feed alone.',
  'lineEnds.label': 'A line feed by itself, in a letter',
  'lineEnds.normalise': 'is text; made a line end when the letter is in',
  'lineEnds.reject': 'isn’t taken: the letter is refused',
  'lineEnds.keep': 'is text; passed on as it came',
  'lineEnds.end': 'ends a line, also before and behind the final dot',
} as const;
