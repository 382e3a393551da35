// Hands a letter over to its submission server. Counterpart: `mail.send` of the contract. Rule: whoever sends a letter
// wants to go on seeing this one, and not the notice that may come back for it.

import type { Bench } from '../app/use-bench.ts';
import type { CommandInput, CommandReply } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import { knownTopology, showMoment } from '../store/bench-store.ts';
import { firstLetter, nameOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';

export type Letter = CommandInput<'mail.send'>;

/** A refusal of the first server, as a sentence; undefined when it took the letter. */
export async function sendLetter(bench: Bench, letter: Letter): Promise<string | undefined> {
  const { reply } = await submitLetter(bench, letter);
  return reply.startsWith('2') ? undefined : t('send.refused', { reply });
}

/** What the first server said. */
export async function submitLetter({ store, source }: Bench, letter: Letter): Promise<CommandReply['mail.send']> {
  store.setState({ chosen: undefined });
  // It travels now, whatever moment was looked at.
  showMoment(store, undefined);
  const answer = await source.dispatch('mail.send', letter);
  if (answer.conn !== '') store.setState({ chosen: answer.conn });
  return answer;
}

/** The suggested letter, as soon as the lab has told who is here; whoever asks may be quicker. */
export async function sendSuggested(bench: Bench): Promise<string | undefined> {
  return sendLetter(bench, suggestedLetter(await knownTopology(bench.store)));
}

function suggestedLetter(topology: Topology): Letter {
  const { from, to } = firstLetter(topology) ?? { from: '', to: '' };
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    from,
    to: [to],
    subject: t('send.subject', { domain }),
    text: t('send.text', { from: nameOf(from), to: nameOf(to) }),
  };
}
