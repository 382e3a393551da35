// A case as names for a lesson's cast, made of a number: who is said to have written, what the five letters are about, from
// where each came, whose password was stolen. Counterpart: course/27-case, whose cast it is, and the lab `case`, where its
// people and places are. Rule: pure; the same number gives the same case; what a learner must find stands nowhere else.

import { Chance } from '../chance.ts';
import type { CastRow } from '../source/cast.ts';

/** What a letter of the case is: two are honest. */
const KINDS = ['honest', 'forwarded', 'straight', 'chained', 'stolen'] as const;
type Kind = (typeof KINDS)[number];

const BOSSES = [
  { name: 'dean', password: 'mortarboard' },
  { name: 'provost', password: 'lectern' },
  { name: 'rector', password: 'chain-of-office' },
] as const;
const VICTIMS = [
  { name: 'bob', shown: 'Bob', forwarded: 'dave' },
  { name: 'carol', shown: 'Carol', forwarded: 'erin' },
] as const;
const ACCOUNTS = [
  { name: 'alice', password: 'wonderland' },
  { name: 'dora', password: 'explorer' },
  { name: 'egon', password: 'spores' },
] as const;
const MATTERS = [
  ...(['Gift cards', 'Invoice 2231', 'Room change', 'Exam list', 'Your contract'] as const),
  ...(['Minutes', 'Parking', 'Budget', 'A small favour', 'New account'] as const),
] as const;
/** Who reaches Harbor's port 25 from outside. */
const OUTSIDE = [
  { id: 'visitor', host: 'visitor.example', address: '198.51.100.77' },
  { id: 'bot', host: 'bot-17.dialup.example', address: '203.0.113.66' },
] as const;
const HIDEOUTS = [
  { id: 'cafe', host: 'cafe.provider.example', address: '198.51.100.141' },
  { id: 'hotel', host: 'hotel.provider.example', address: '198.51.100.142' },
] as const;
/** Pasts that a forger may write: a plausible one, and one from an address that no machine has. */
const PASTS = ['192.0.2.10', '233.252.0.9'] as const;
const ID_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.split('');
const ID_LENGTH = 10; // as long as the lab's own queue ids

/** The row of the lesson for a number: a case to be led through, and another one to solve alone (`otherBoss` ...). */
export function caseRow(seed: number): CastRow {
  const first = caseOf(2 * seed);
  const other = caseOf(2 * seed + 1, [...Object.values(first)]);
  const renamed = Object.entries(other).map(([name, value]) => [
    `other${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    value,
  ]);
  return { ...first, ...(Object.fromEntries(renamed) as CastRow) };
}

/** One case; `taken` are words that it doesn't use again. */
function caseOf(seed: number, taken: readonly string[] = []): CastRow {
  const chance = new Chance(seed);
  const boss = chance.pick(BOSSES.filter(({ name }) => !taken.includes(`${name}@campus.example`)));
  const victim = chance.pick(VICTIMS);
  const account = chance.pick(ACCOUNTS);
  const hideout = chance.pick(HIDEOUTS);
  const [straight, chained] = chance.shuffle(OUTSIDE);
  const matters = chance.shuffle(MATTERS.filter((matter) => !taken.includes(matter)));
  const subjects = Object.fromEntries(KINDS.map((kind, at) => [kind, matters[at] ?? ''])) as Record<Kind, string>;
  const order = chance.shuffle(KINDS);
  const past = chance.pick(PASTS);
  const fakeId = Array.from({ length: ID_LENGTH }, () => chance.pick(ID_LETTERS)).join('');

  const address = `${boss.name}@campus.example`;
  const to = `${victim.name}@harbor.example`;
  const letter = (kind: Kind, recipient: string, rest: string) =>
    `send --from ${address} --h-from "The ${boss.name} <${address}>" --to ${recipient} --subject "${subjects[kind]}" ${rest}`;
  const login = ({ name, password }: { name: string; password: string }) =>
    `--server submit:587 --auth-user ${name}@campus.example --auth-password ${password}`;
  const received = `Received: from laptop.campus.example ([${past}]) by relay.campus.example with ESMTP id ${fakeId}; %DATE-4m%`;
  const sent: Record<Kind, { at: string; shell: string; by: string }> = {
    honest: { at: 'laptop.campus.example', shell: letter('honest', to, login(boss)), by: 'relay' },
    forwarded: {
      at: 'laptop.campus.example',
      shell: letter('forwarded', `${victim.forwarded}@forwarder.example`, login(boss)),
      by: 'lists',
    },
    straight: {
      at: straight.host,
      shell: letter('straight', to, '--server mx1 --helo relay.campus.example'),
      by: straight.id,
    },
    chained: {
      at: chained.host,
      shell: letter('chained', to, `--server mx1 --helo relay.campus.example --add-header "${received}"`),
      by: chained.id,
    },
    stolen: { at: hideout.host, shell: letter('stolen', to, login(account)), by: 'relay' },
  };
  const numbered = order.flatMap((kind, at) => {
    const number = String(at + 1);
    const { at: host, shell, by } = sent[kind];
    const verdict = kind === 'honest' || kind === 'forwarded' ? 'honest' : 'forged';
    return [
      [`subject${number}`, subjects[kind]],
      [`slug${number}`, slugOf(subjects[kind])],
      [`by${number}`, by],
      [`verdict${number}`, verdict],
      [`at${number}`, host],
      [`shell${number}`, shell],
    ];
  });
  const questionOf = (kind: Kind) => `letter-${order.indexOf(kind) + 1}`;
  return {
    ...{ boss: address, bossName: `the ${boss.name}`, to, toName: victim.shown, ...subjects },
    ...{ qStolen: questionOf('stolen'), qForwarded: questionOf('forwarded'), qChained: questionOf('chained') },
    fromVisitor: slugOf(subjects[straight.id === 'visitor' ? 'straight' : 'chained']),
    fromBot: slugOf(subjects[straight.id === 'bot' ? 'straight' : 'chained']),
    ...{ chainedAddress: chained.address, fakeId, account: account.name, thief: hideout.address },
    ...(Object.fromEntries(numbered) as CastRow),
  };
}

const slugOf = (subject: string): string => subject.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
