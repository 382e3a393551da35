// What Posthorn says of itself, and of whose work is in it. Counterpart: renderer/about/. Rule: as in en.ts; the terms of a
// licence are their author's words and stand in no catalogue.

export const aboutEn = {
  'about.title': 'About Posthorn',
  'about.help': 'Version, what it is, and whose work is in it under which licence',
  'about.version': 'Version {version}',
  'about.what':
    'A small Internet of real mail servers on your own computer, which shows every byte that they say to each other. Made for courses on mail. Nothing leaves this computer.',
  'about.own': 'Posthorn is free software under the MIT licence.',
  'about.licences': 'Licences',
  'about.others': {
    one: 'The work of others is in it too: {count} package. A line opens its terms.',
    other: 'The work of others is in it too: {count} packages. A line opens the terms of one.',
  },
  'about.electron':
    'In the desktop app there are also Electron and Chromium, with lists of their own beside the program.',
  'about.reading': 'Reading the list of licences ...',
  'about.absent': 'The list isn’t there. It lies beside the program as THIRD-PARTY-LICENSES.txt.',
} as const;
