// The same run with one thing changed: what that is. Counterpart: compare/ plays it beside the run, fork-note.tsx tells of
// one that takes its place. To add a kind of change: its name in frame-store.ts, its form in FORMS. Rule: one change; what
// it leaves behind is said before.

import type { ComponentType } from 'react';

import { type ForkKind, FORK_KINDS } from '../app/frame-store.ts';
import { Sheet } from '../app/sheet.tsx';
import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import { pickSessionFile } from '../session/pick-file.ts';
import { t } from '../text/t.ts';
import './fork.css';
import { HostForm } from './host-form.tsx';
import { LineForm } from './line-form.tsx';
import { PolicyForm } from './policy-form.tsx';
import { RecordForm } from './record-form.tsx';
import { TypedForm } from './typed-form.tsx';
import { UndoneForm } from './undone-form.tsx';

export interface ForkFormProps {
  onClose: () => void;
}

const FORMS: Record<ForkKind, ComponentType<ForkFormProps>> = {
  typed: TypedForm,
  line: LineForm,
  undone: UndoneForm,
  policy: PolicyForm,
  record: RecordForm,
  host: HostForm,
};

export function ForkSheet({ onClose }: ForkFormProps) {
  const { frame } = useBenchParts();
  const isSession = useBench((state) => state.link.name === 'session');
  const kind = useFrame((state) => state.fork.kind);
  const Form = FORMS[kind];
  if (isSession) return <NoServers onClose={onClose} />;
  return (
    <Sheet title={t('fork.title')} onClose={onClose}>
      <div className="field fork__kind">
        <label htmlFor="fork-kind">{t('fork.kind')}</label>
        <select
          id="fork-kind"
          value={kind}
          onChange={({ target }) => frame.setState({ fork: { kind: target.value as ForkKind } })}
        >
          {FORK_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`fork.kind.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Form onClose={onClose} />
    </Sheet>
  );
}

/** A saved session: nobody is there to play it again, but it can be laid beside another one. */
function NoServers({ onClose }: ForkFormProps) {
  const { sessions, compare, frame } = useBenchParts();
  const opened = sessions.opened;
  const choose = () =>
    pickSessionFile((file) => {
      if (!opened) return;
      frame.setState({ sheet: 'compare' });
      void compare.read(opened, { file, name: file.name });
    });
  return (
    <Sheet title={t('fork.title')} onClose={onClose}>
      <p>{t('fork.noServers')}</p>
      <p className="soft">{t('fork.noServers.instead')}</p>
      <div className="sheet__answers">
        <button type="button" className="plain-button" onClick={onClose}>
          {t('sheet.close')}
        </button>
        <button type="button" className="plain-button fork__go" disabled={!opened} onClick={choose}>
          {t('fork.compareFile')}
        </button>
      </div>
    </Sheet>
  );
}
