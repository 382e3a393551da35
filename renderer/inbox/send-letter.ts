// Hands a letter over to its submission server. Counterpart: `mail.send` of the contract. Rule: whoever sends a letter
// wants to go on seeing this one, and not the notice that may come back for it.

import type { Bench } from '../app/use-bench.ts';
import type { CommandInput, Dispatch } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import { knownTopology, showMoment } from '../store/bench-store.ts';
import { firstLetter, nameOf } from '../store/hosts.ts';
import { t } from '../text/t.ts';

export type Letter = CommandInput<'mail.send'>;

/** A refusal of the first server, as a sentence; undefined when it took the letter. */
export async function sendLetter({ store, source, frame }: Bench, letter: Letter): Promise<string | undefined> {
  const { draft } = frame.getState();
  store.setState({ chosen: undefined });
  // It travels now, whatever moment was looked at.
  showMoment(store, undefined);
  const { reply, conn } = await source.dispatch('mail.send', letter);
  if (conn !== '') store.setState({ chosen: conn });
  if (!reply.startsWith('2')) return t('send.refused', { reply });
  const isAnswer = letter.inReplyTo !== undefined && letter.inReplyTo === draft?.inReplyTo;
  if (isAnswer && draft?.answers) {
    frame.setState({ draft: undefined });
    // The answer is on its way, whatever becomes of the mark.
    await markAnswered(source.dispatch, draft.answers).catch(() => undefined);
  }
  return undefined;
}

/** The answered letter says so from now on (RFC 3501 section 2.3.2). */
async function markAnswered(dispatch: Dispatch, { address, uid }: { address: string; uid: number }): Promise<void> {
  await dispatch('inbox.flag', { address, uids: [uid], flag: '\\Answered', on: true });
  await dispatch('inbox.close', { address });
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
