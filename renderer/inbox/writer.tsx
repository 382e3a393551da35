// Writing a letter where letters are read. Counterpart: write-form.tsx is the form, inbox-desk.ts keeps what was begun.
// Rule: what was begun stays until it is sent or thrown away, whatever is looked at meanwhile.

import { useState } from 'react';

import { type Bench, useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import type { Draft } from './draft.ts';
import { describeFailure } from './failure.ts';
import { INBOX_WRITE_FIELD } from './ids.ts';
import { readerOf } from './inbox-choices.ts';
import { type Letter, submitLetter } from './send-letter.ts';
import { useInbox } from './use-inbox.ts';
import { WriteForm } from './write-form.tsx';

export function Writer({ draft }: { draft: Draft }) {
  const bench = useBenchParts();
  const choices = useInbox((state) => state.choices);
  const address = useInbox((state) => state.address);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  /** Its uid in Drafts. */
  const [kept, setKept] = useState(draft.kept);
  const hasFolders = (from: string) => readerOf(choices, from).reader === 'imap';

  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(describeFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const send = (letter: Letter) =>
    doing(async () => {
      const keepCopy = choices.keepsCopy && hasFolders(letter.from);
      const { reply, conn, copy } = await submitLetter(bench, { ...letter, keepCopy });
      if (!reply.startsWith('2')) {
        setProblem(t('send.refused', { reply }));
        return;
      }
      // It is on its way, whatever becomes of these.
      await tidyUp(bench, draft, kept === undefined ? undefined : { address, uid: kept }).catch(() => undefined);
      bench.inbox.endWriting({ conn, reply, copy });
    });
  const keep = (letter: Letter) =>
    doing(async () => {
      const instead = kept === undefined ? {} : { instead: kept };
      const { uid } = await bench.source.dispatch('inbox.draft', { letter, ...instead });
      setKept(uid);
      bench.inbox.refresh({ folders: true });
    });

  return (
    <section className="writer" aria-label={t('write.title')} aria-busy={isBusy}>
      <h3 className="writer__title">{t(draft.answers ? 'writer.answer' : 'writer.title')}</h3>
      {problem !== '' && (
        <p className="compose__problem" role="alert">
          {problem}
        </p>
      )}
      <WriteForm
        field={INBOX_WRITE_FIELD}
        first={draft}
        isBusy={isBusy}
        onSend={(letter) => void send(letter)}
        {...(hasFolders(address) ? { onKeep: (letter: Letter) => void keep(letter) } : {})}
        onDrop={() => bench.inbox.endWriting()}
      />
      {kept !== undefined && <p className="write__help">{t('writer.kept')}</p>}
    </section>
  );
}

/** The answered letter says so from now on (RFC 3501 section 2.3.2); what was sent is no draft any more. */
async function tidyUp(
  { source }: Bench,
  { answers }: Draft,
  kept: { address: string; uid: number } | undefined,
): Promise<void> {
  if (answers) {
    const { address, folder, uid } = answers;
    await source.dispatch('inbox.flag', { address, folder, uids: [uid], flag: '\\Answered', on: true });
  }
  if (kept) {
    const { folders } = await source.dispatch('inbox.folders', { address: kept.address });
    const folder = folders.find(({ use }) => use === 'drafts')?.path;
    if (folder !== undefined)
      await source.dispatch('inbox.remove', { address: kept.address, folder, uids: [kept.uid] });
  }
}
