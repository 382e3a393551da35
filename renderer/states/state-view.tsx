// The states of a dialog's protocol, one below the other, and where the dialog stands. Counterpart: protocols.ts, walk.ts.
// Rule: what leads on stands at the arrow, what leads back or stays beside the state; the same in words for who can't see.

import { useBench } from '../app/use-bench.ts';
import type { Dialog } from '../store/dialog.ts';
import { stateName } from '../text/state-name.ts';
import { t } from '../text/t.ts';
import { type Exit, type Protocol, protocolOf } from './protocols.ts';
import './states.css';
import { stateAt } from './walk.ts';

/** `revision` says that the dialog, one object that grows, did. */
export function StateView({ dialog }: { dialog: Dialog; revision: number }) {
  const pointed = useBench((state) => (state.pointed?.conn === dialog.id ? state.pointed.seq : undefined));
  const protocol = protocolOf(dialog);
  if (!protocol) return <p className="soft">{t('states.none')}</p>;
  const here = stateAt(dialog, protocol, pointed);
  return (
    // More states than there is room for are scrolled, also by keyboard.
    <section className="states" aria-label={t('states.title')} tabIndex={0}>
      <p className="states__where" role="status">
        {t(pointed === undefined ? 'states.now' : 'states.atLine', { state: nameOf(protocol, here) })}
      </p>
      <ol className="states__list">
        {protocol.states.map((state, at) => (
          <State
            key={state}
            protocol={protocol}
            state={state}
            following={protocol.states[at + 1]}
            isHere={state === here}
          />
        ))}
      </ol>
    </section>
  );
}

interface StateProps {
  protocol: Protocol;
  state: string;
  following: string | undefined;
  isHere: boolean;
}

function State({ protocol, state, following, isHere }: StateProps) {
  const exits = protocol.exits(state);
  const on = exits.filter(({ to }) => to === following);
  const elsewhere = [...new Set(exits.map(({ to }) => to))].filter((to) => to !== following && to !== state);
  const staying = exits.filter(({ to }) => to === state);
  return (
    <li className={isHere ? 'states__one states__one--here' : 'states__one'} aria-current={isHere ? 'step' : undefined}>
      <div className="states__box">
        <span className="states__name">{nameOf(protocol, state)}</span>
        {isHere && <span className="states__mark">{t('states.here')}</span>}
      </div>
      {isHere && staying.length > 0 && (
        <p className="states__exit">
          <span className="states__way">{t('states.stay')}</span> <code>{wordsOf(staying)}</code>
        </p>
      )}
      {(isHere || on.length === 0 ? elsewhere : []).map((to) => (
        <p key={to} className="states__exit">
          <span className="states__way">{t('states.leads', { state: nameOf(protocol, to) })}</span>{' '}
          <code>{wordsOf(exits.filter((exit) => exit.to === to))}</code>
        </p>
      ))}
      {following !== undefined && on.length > 0 && (
        <p className="states__on">
          <span aria-hidden="true">{'\u2193'}</span>{' '}
          <span className="sr">{t('states.leads', { state: nameOf(protocol, following) })} </span>
          <code>{wordsOf(on)}</code>
        </p>
      )}
    </li>
  );
}

const wordsOf = (exits: readonly Exit[]): string =>
  exits.map(({ verb }) => (verb === '.' ? t('states.dot') : verb)).join(', ');

const nameOf = ({ name }: Protocol, state: string): string => stateName(name, state);
