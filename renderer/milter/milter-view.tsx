// A session as its filters saw it: phases from left to right, a row for each filter, its answers at their phases.
// Counterpart: contract/milter.ts; the Policies tab shows it. Rule: a table, so that it can be read by ear; a refusal is
// marked by its word and a sign, not by colour alone.

import { useId, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import type { PolicyDecision } from '../../contract/events.ts';
import { MILTER_PHASES, type MilterAnswer, type MilterPhase, type MilterStation } from '../../contract/milter.ts';
import { sayPolicy } from '../explain/decision.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { showPolicy } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { type SeenSession, sessionsAt } from './milter-sessions.ts';
import './milter.css';

export function MilterView({ host }: { host: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="milter" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('milter.title')}</summary>
      {isOpen && <Sessions host={host} />}
    </details>
  );
}

function Sessions({ host }: { host: string }) {
  const id = useId();
  const dialogs = useBench((state) => state.moment.dialogs);
  const seen = sessionsAt(host, dialogs.byId.values());
  const [chosen, setChosen] = useState<string>();
  const shown = seen.find((one) => one.id === chosen) ?? seen.find(isTelling) ?? seen[0];
  return (
    <>
      <p className="policy__help">{t('milter.help')}</p>
      {!shown && <p className="policy__help">{t('milter.none')}</p>}
      {shown && (
        <>
          <div className="policy__field">
            <label htmlFor={id}>{t('milter.session')}</label>
            <select id={id} value={shown.id} onChange={(event) => setChosen(event.target.value)}>
              {seen.map(({ id: conn, at_ms, client }) => (
                <option key={conn} value={conn}>
                  {t('milter.sessionOf', { time: showTime(at_ms), client: shortName(client) })}
                </option>
              ))}
            </select>
          </div>
          <Phases key={shown.id} host={host} seen={shown} />
        </>
      )}
    </>
  );
}

const isTelling = ({ session }: SeenSession): boolean => session.filters.length > 0;

function Phases({ host, seen: { session } }: { host: string; seen: SeenSession }) {
  const { given, filters, saved, unread } = session;
  const [chosen, setChosen] = useState<PolicyDecision>();
  const isHere = filters.some(
    ({ stations }) => chosen !== undefined && stations.some(({ decision }) => decision === chosen),
  );
  return (
    <>
      <div className="milter__frame" role="region" aria-label={t('milter.map')} tabIndex={0}>
        <table className="milter__phases">
          <thead>
            <tr>
              <th scope="col">{t('milter.phase')}</th>
              {MILTER_PHASES.map((phase) => (
                <th key={phase} scope="col">
                  {t(`milter.phase.${phase}`)}
                </th>
              ))}
            </tr>
            <tr className="milter__given">
              <th scope="row">{t('milter.given')}</th>
              {MILTER_PHASES.map((phase) => (
                <td key={phase}>{showGiven(phase, given[phase])}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {filters.map(({ policy, stations }) => (
              <tr key={policy}>
                <th scope="row">{showPolicy(policy).title}</th>
                {MILTER_PHASES.map((phase) => (
                  <td key={phase}>
                    {stations
                      .filter((one) => one.phase === phase)
                      .map((station, at) => (
                        <Station
                          key={at}
                          station={station}
                          isChosen={station.decision === chosen}
                          onChoose={setChosen}
                        />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {filters.length === 0 && <p className="policy__help">{t('milter.quiet')}</p>}
      {saved !== undefined && <p className="milter__saved">{t('milter.saved', { octets: saved })}</p>}
      {unread !== undefined && <p className="milter__saved">{t('milter.unread', { octets: unread })}</p>}
      {chosen && isHere && <Reasons host={host} decision={chosen} />}
    </>
  );
}

interface StationProps {
  station: MilterStation;
  isChosen: boolean;
  onChoose: (decision: PolicyDecision) => void;
}

function Station({ station, isChosen, onChoose }: StationProps) {
  const { answers, decision } = station;
  const { code, enhanced = '' } = decision.reply ?? {};
  return (
    <button
      type="button"
      className="milter__station"
      aria-pressed={isChosen}
      data-verdict={decision.verdict}
      onClick={() => onChoose(decision)}
    >
      {answers.map((answer) => showAnswer(answer, decision)).join(', ')}
      {code !== undefined && (
        <span className="mono">
          {' '}
          {code} {enhanced}
        </span>
      )}
    </button>
  );
}

/** Why the chosen filter answered so. */
function Reasons({ host, decision }: { host: string; decision: PolicyDecision }) {
  return (
    <ul className="milter__reasons" role="status">
      {sayPolicy(shortName(host), decision).map(({ key, params }, at) => (
        <li key={at}>{t(key, params)}</li>
      ))}
    </ul>
  );
}

function showAnswer(answer: MilterAnswer, { changes }: MilterStation['decision']): string {
  const named = answer === 'ADDHEADER' ? changes?.added : [...(changes?.removed ?? []), ...(changes?.replaced ?? [])];
  const fields = (named ?? []).map(showText).join(', ');
  return t(`milter.answer.${answer}`, { fields, recipients: (changes?.recipients ?? []).map(showText).join(', ') });
}

function showGiven(phase: MilterPhase, given: string | undefined): string {
  if (given === undefined) return t('milter.given.nothing');
  if (phase === 'body') return t('milter.given.body', { octets: given });
  return phase === 'header' || phase === 'eom' ? t(`milter.given.${phase}`) : showText(given);
}
