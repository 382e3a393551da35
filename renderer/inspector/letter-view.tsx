// The letter: envelope beside letter, its header hop by hop, who says what, its text. Counterpart: store/letter.ts,
// stages.ts. Rule: what the envelope says and what the letter says stand apart, because servers read only the first and
// people only the second.

import { Fragment, memo, useMemo } from 'react';

import { useBench, usePlan } from '../app/use-bench.ts';
import { useOwn } from '../app/use-own.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import { decodeWords } from '../../mail/words.ts';
import type { Dialog } from '../store/dialog.ts';
import { copiesOf, valueOf } from '../store/letter.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { AnalyseButton } from '../analyzer/analyse-button.tsx';
import { AuthenticationView } from './authentication-view.tsx';
import type { Envelope } from './differences.ts';
import { EnvelopePair } from './envelope-pair.tsx';
import { HeadersByHop } from './headers-by-hop.tsx';
import { IdentityBoard } from './identity-board.tsx';
import { LetterBody } from './letter-body.tsx';
import './letter-view.css';
import { OnTheWay } from './on-the-way.tsx';
import { type Stage, stagesOf } from './stages.ts';

interface Props {
  journey: Journey | undefined;
  /** One hasn't scrolled down in it. */
  isAtTop: boolean;
}

export const LetterView = memo(function LetterView({ journey, isAtTop }: Props) {
  const letter = journey?.letter;
  if (journey && letter) return <Letter journey={journey} letter={letter} isAtTop={isAtTop} />;
  const talk = journey?.dialogs.at(-1);
  return (
    <section className="letter" aria-labelledby="letter-title">
      <h2 id="letter-title">{t('bench.letter')}</h2>
      <p className="letter__empty">{t(journey ? 'letter.none' : 'letter.empty')}</p>
      <IdentityBoard dialog={talk} header={[]} />
    </section>
  );
});

interface LetterProps extends Props {
  journey: Journey;
  letter: NonNullable<Journey['letter']>;
}

function Letter({ journey, letter, isAtTop }: LetterProps) {
  // Who drags through the past sees the beginning of each letter; the rest comes when the hand rests.
  const isWhole = !useBench((state) => state.isLeaping) || !isAtTop;
  const topology = usePlan();
  const { state, id } = letter;
  const [picked, setPicked] = useOwn(id, 0);
  /** The stage that is looked at; undefined: the latest, whatever comes. */
  const [stage, setStage] = useOwn<number | undefined>(id, undefined);
  // The state is changed in place; another journey says when.
  // oxlint-disable-next-line react/exhaustive-deps
  const copies = useMemo(() => copiesOf(state), [state, journey]);
  const copy = copies[picked] ?? copies[0];
  const stages = useMemo(() => (copy ? stagesOf(state, copy) : []), [state, copy]);
  const at = Math.min(stage ?? stages.length - 1, stages.length - 1);
  const shown = stages[at];
  const header = shown?.header ?? [];
  const dialog = journey.dialogs.find((one) => one.id === shown?.conn) ?? journey.dialogs.at(-1);
  // Unless a hop is chosen, the session that counts is the one at the border: where a stranger spoke to the reader's own.
  const border =
    stage === undefined ? journey.dialogs.find((one) => one.id === borderOf(stages, topology)?.conn) : dialog;
  const read = (name: string) => valueOf(header, name);
  return (
    <section className="letter" aria-labelledby="letter-title">
      <h2 id="letter-title" className="letter__subject">
        {letter.subject || t('letters.noSubject')}
      </h2>
      {copies.length > 1 && (
        <label className="letter__copies">
          {t('letter.copy')}
          <select value={picked} onChange={(event) => setPicked(Number(event.target.value))}>
            {copies.map(({ mailbox }, index) => (
              <option key={`${mailbox?.address} ${mailbox?.uid}`} value={index}>
                {mailbox?.address}
              </option>
            ))}
          </select>
        </label>
      )}
      <EnvelopePair
        envelope={envelopeOf(journey, dialog, id)}
        lines={{ from: decodeWords(read('From')), to: read('To'), cc: read('Cc') }}
        hasBcc={read('Bcc') !== ''}
      />
      <HeadersByHop
        journey={journey}
        letter={letter}
        stages={stages}
        at={at}
        isChosen={stage !== undefined}
        onMove={setStage}
        isAtTop={isAtTop}
      />
      {isWhole && (
        <Fragment key={id}>
          <AnalyseButton octets={() => header.map(({ raw }) => raw).join('')} />
          <OnTheWay message={id} />
          <IdentityBoard dialog={border ?? dialog} header={header} message={id} />
          <AuthenticationView journey={journey} message={id} header={header} />
          <LetterBody journey={journey} copy={copy} />
        </Fragment>
      )}
    </section>
  );
}

/** The first server of the organisation that received the letter. */
function borderOf(stages: readonly Stage[], topology: Topology | undefined): Stage | undefined {
  const home = (stage: Stage | undefined) => topology?.hosts.find((one) => one.name === stage?.host)?.organisation;
  const last = home(stages.at(-1));
  return stages.find((one) => one.kind === 'stamped' && home(one) === last);
}

/** The envelope at a hop; that of the first, where the dialog is of an earlier run. */
function envelopeOf(journey: Journey, dialog: Dialog | undefined, id: MessageId): Envelope {
  const ours = dialog?.facts.filter((fact) => fact.message === id) ?? [];
  const mail = ours.findLast((fact) => fact.type === 'smtp.mail');
  const recipients = ours.flatMap((fact) =>
    fact.type === 'smtp.rcpt' && fact.data.accepted ? [fact.data.forwardPath] : [],
  );
  if (!mail || recipients.length === 0) return journey;
  return { reversePath: mail.data.reversePath, recipients: [...new Set(recipients)] };
}
