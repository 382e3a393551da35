// fetchmail: letters leave one mailbox over POP3 and come into another over SMTP, and none is lost on the way.

import { expect, test } from 'vitest';

import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

const FETCH = 'fetchmail -u bob -p builder --to carol@harbor.example mail.harbor.example';

test('every letter is handed over with a Received field of its own, then deleted', async () => {
  const lab = await TestLab.open({ compareProvenance: false });
  const desk = await Person.open(lab, 'desk.harbor.example');
  await lab.letter('bob@harbor.example', '.one\n..two\n.');
  await lab.letter('bob@harbor.example', 'Three.');
  const [first = ''] = await lab.mailbox('bob@harbor.example');
  const shown = await desk.type(FETCH);
  expect(shown).toContain('2 messages for bob at mail.harbor.example');
  expect(shown).toMatch(/bob@mail\.harbor\.example:2 of 2 \(\d+ octets\) flushed/);
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
  const fetched = await lab.mailbox('carol@harbor.example');
  expect(fetched).toHaveLength(2);
  expect(fetched[0]).toContain('\tby desk.harbor.example with POP3 (fetchmail)\r\n\tfor <carol@harbor.example>; ');
  expect(fetched[0]?.endsWith(first)).toBe(true);
  expect(lab.of('smtp.mail').at(-1)?.data).toMatchObject({ reversePath: 'alice@campus.example' });
  expect(await desk.type(FETCH)).toContain('No mail for bob');
  await lab.close();
});

test('what the server there doesn’t take stays, and so does all with -k', async () => {
  const lab = await TestLab.open({ compareProvenance: false });
  const desk = await Person.open(lab, 'desk.harbor.example');
  await lab.letter('bob@harbor.example');
  expect(await desk.type(FETCH.replace('carol@', 'nobody@'))).toContain('not flushed: 550');
  expect(await desk.type(FETCH.replace('fetchmail', 'fetchmail -k'))).toContain('kept');
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect(await lab.mailbox('carol@harbor.example')).toHaveLength(1);
  expect(await desk.type(FETCH.replace('builder', 'wrong'))).toContain('said: -ERR');
  expect(await desk.type('fetchmail mail')).toContain('usage');
  await lab.close();
});
