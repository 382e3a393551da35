// The settings of one check in one setting of the experiment. Counterpart: host/policy-field.tsx is the same field on a
// host's sheet. Rule: what isn't said is the check's own default, and isn't kept.

import type { Defences } from '../../contract/experiment.ts';
import type { PolicyOffer } from '../host/one-policy.tsx';
import { PolicyField } from '../host/policy-field.tsx';
import { showSetting } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { experiments, type SideId } from './experiment-store.ts';

interface Props {
  side: SideId;
  policy: PolicyOffer;
  defences: Defences;
}

export function CheckSettings({ side, policy: { name, settings }, defences }: Props) {
  const given = defences[name] ?? {};
  const set = (key: string, value: unknown, initial: unknown) => {
    const { [key]: _before, ...others } = given;
    experiments.set(side, { ...defences, [name]: value === initial ? others : { ...others, [key]: value } });
  };
  return (
    <fieldset className="check-settings">
      <legend>{t('experiment.setting', { side: side.toUpperCase() })}</legend>
      {settings
        .filter(({ key }) => key !== 'enabled')
        .map((setting) => (
          <PolicyField
            key={setting.key}
            label={showSetting(name, setting.key)}
            setting={setting}
            value={given[setting.key] ?? setting.initial}
            onSet={(value) => set(setting.key, value, setting.initial)}
          />
        ))}
    </fieldset>
  );
}
