// The form of one policy: what it does, whether it does it, and how. Counterpart: policies-tab.tsx lists them by stage.
// Rule: what is switched off says what it would do; its settings wait until it does it.

import type { CommandReply } from '../../contract/commands.ts';
import type { Host } from '../../contract/topology.ts';
import { showPolicy, showSetting } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { PolicyField } from './policy-field.tsx';
import { PolicyMemory } from './policy-memory.tsx';
import './host-sheet.css';

export type PolicyOffer = CommandReply['policy.list']['policies'][number];
type Setting = PolicyOffer['settings'][number];

/** A setting that is to have another value. */
export interface PolicyChange {
  policy: string;
  key: string;
  before: unknown;
  after: unknown;
}

interface Props {
  host: Host;
  policy: PolicyOffer;
  /** Nothing can be changed now. */
  isStill: boolean;
  onSet: (change: PolicyChange) => Promise<void>;
}

export function OnePolicy({ host, policy: { name, settings, remembers }, isStill, onSet }: Props) {
  const { title, help, died } = showPolicy(name);
  const works = isOn(host, name);
  return (
    <fieldset className="policy" disabled={isStill}>
      <legend className="policy__title">
        {title}
        {died !== '' && <span className="policy__historic">{t('host.historic')}</span>}
      </legend>
      {help !== '' && <p className="policy__help">{help}</p>}
      {died !== '' && (
        <p className="policy__help">
          <b>{t('host.died')}</b> {died}
        </p>
      )}
      {settings
        .filter(({ key }) => works || key === SWITCH)
        .map((setting) => {
          const value = valueOf(host, name, setting);
          return (
            <PolicyField
              key={setting.key}
              label={showSetting(name, setting.key)}
              setting={setting}
              value={value}
              onSet={(after) => void onSet({ policy: name, key: setting.key, before: value, after })}
            />
          );
        })}
      {remembers && works && !isStill && <PolicyMemory host={host.name} policy={name} title={title} />}
    </fieldset>
  );
}

/** The setting that every policy has. */
const SWITCH = 'enabled';

export function isOn(host: Host, policy: string): boolean {
  return host.policies[policy]?.[SWITCH] === true;
}

export function valueOf(host: Host, policy: string, { key, initial }: Setting): unknown {
  return host.policies[policy]?.[key] ?? initial;
}
