// What was done to the files of a host's mailboxes, action by action, with the octets that each read and wrote.
// Counterpart: store/file-doings.ts keeps it. Rule: the newest first; the sums are of everything that was done, the steps
// of one action stand under it for who opens it.

import { useBench } from '../app/use-bench.ts';
import type { FileStep, FileWork } from '../../contract/file-work.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showTime, showList } from '../text/times.ts';
import { Part } from './facts.tsx';

const ACTS = ['rewritten', 'created', 'appended', 'renamed', 'removed', 'read'] as const;

export function FileWorkList({ host }: { host: string }) {
  const doings = useBench((state) => state.moment.files.get(host));
  if (!doings) {
    return (
      <Part title={t('files.done')}>
        <p className="host-part__none">{t('files.doneNothing')}</p>
      </Part>
    );
  }
  const { shown, actions, read, written } = doings;
  return (
    <Part title={t('files.done')}>
      <p className="host-part__words">{t('files.doneSum', { count: actions, read, written })}</p>
      <ul className="file-work">
        {shown.toReversed().map(({ seq, at_ms, doing }) => (
          <li key={seq}>
            <details>
              <summary>
                <span className="file-work__action">{nameOf(doing.action)}</span>{' '}
                <span className="file-work__whose mono">
                  {showText(doing.mailbox)} {showTime(at_ms)}
                </span>
                <span className="file-work__sum">{sumOf(doing)}</span>
              </summary>
              <ol className="file-work__steps">
                {doing.steps.map((step, index) => (
                  // The steps of an action never change.
                  <Step key={index} step={step} />
                ))}
              </ol>
              {isCut(doing) && <p className="host-part__none">{t('files.moreSteps')}</p>}
            </details>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function nameOf(action: string): string {
  return action === 'deliver' ? t('files.deliver') : action;
}

/** `2 files rewritten, 1,203 octets written` */
function sumOf({ count, read, written }: FileWork): string {
  const acts = ACTS.flatMap((act) => {
    const number = count[act] ?? 0;
    return number === 0 ? [] : [t(`files.${act}`, { count: number })];
  });
  const octets = [
    ...(read > 0 ? [t('files.octetsRead', { octets: read })] : []),
    ...(written > 0 ? [t('files.octetsWritten', { octets: written })] : []),
  ];
  return `${showList(acts)}${octets.length > 0 ? ` (${octets.join(', ')})` : ''}`;
}

function Step({ step: { act, file, octets, to } }: { step: FileStep }) {
  return (
    <li>
      <span>{t(`files.step.${act}`)}</span>
      <span className="file-work__file">
        <span className="mono">{showText(file)}</span>
        {to !== undefined && (
          <>
            {t('files.step.to')}
            <span className="mono">{showText(to)}</span>
          </>
        )}
        {octets !== undefined && <span className="file-work__octets">{t('files.step.octets', { octets })}</span>}
      </span>
    </li>
  );
}

function isCut({ steps, count }: FileWork): boolean {
  // Neighbouring reads of one file stand as one step.
  const told = steps.filter(({ act }) => act !== 'read').length;
  const done = ACTS.filter((act) => act !== 'read').reduce((sum, act) => sum + (count[act] ?? 0), 0);
  return done > told || new Set(steps.map(({ file }) => file)).size >= STEPS_TOLD;
}

/** As many as the engine tells one by one. */
const STEPS_TOLD = 12;
