// mail [-s SUBJECT] [-r FROM] ADDRESS ...: a letter typed at a host, handed to its own mail server as mailx does it.

import type { ShellCommand } from '../command.ts';
import { foldField } from '../../../mail/fields.ts';
import { toByteString } from '../../../mail/bytes.ts';
import { PERSON, TypedLetter } from '../typed-letter.ts';

export const mail: ShellCommand = {
  name: 'mail',
  synopsis: 'mail [-s SUBJECT] [-r FROM] ADDRESS ...',
  summary: 'write a letter here and give it to this host’s own mail server',
  details: ['Type the text; a dot alone, or Ctrl-D, ends it. No SMTP is spoken: see the Received field that it gets.'],
  run(words, job) {
    const { mail: server } = job.host;
    const asked = read(words);
    if (!server) {
      job.print('mail: this host runs no mail server\n');
      return;
    }
    if (!asked) {
      job.print(`usage: ${mail.synopsis}\n`);
      return;
    }
    const { subject, from, recipients } = asked;
    job.enter(
      new TypedLetter(job, server, (lines) => {
        const header = [
          ...(from === PERSON ? [] : [foldField('From', from)]),
          foldField('To', recipients.join(', ')),
          ...(subject === undefined ? [] : [foldField('Subject', toByteString(new TextEncoder().encode(subject)))]),
        ];
        const octets = `${header.join('')}\r\n${lines.map((line) => `${line}\r\n`).join('')}`;
        return { reversePath: from, recipients, octets };
      }),
    );
  },
  complete: (_last, _before, seat) => seat.lab.run.context.topology.users.map((user) => user.address),
};

interface Asked {
  subject?: string | undefined;
  from: string;
  recipients: string[];
}

function read(words: readonly string[]): Asked | undefined {
  const rest = [...words];
  const options: { subject?: string; from?: string } = {};
  while (rest[0]?.startsWith('-')) {
    const [option, value] = rest.splice(0, 2);
    if (value === undefined || (option !== '-s' && option !== '-r')) return undefined;
    options[option === '-s' ? 'subject' : 'from'] = value;
  }
  if (rest.length === 0 || rest.some((one) => /[^\x21-\x7e]/.test(one))) return undefined;
  return { subject: options.subject, from: options.from ?? PERSON, recipients: rest };
}
