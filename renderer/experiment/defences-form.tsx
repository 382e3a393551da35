// What the server checks, in two settings beside each other. Counterpart: `policy.list` says what there is, presets.ts
// what is offered first. Rule: a check counts for a setting or it doesn't; how it works is unfolded below it.

import { type ReactNode, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { Defences } from '../../contract/experiment.ts';
import { type PolicyOffer } from '../host/one-policy.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { shortName } from '../store/hosts.ts';
import { showPolicy } from '../text/policy.ts';
import { t, type TextKey } from '../text/t.ts';
import { CheckSettings } from './check-settings.tsx';
import { experiments, type SideId, SIDES, useExperiments } from './experiment-store.ts';
import { EXPERIMENT_VIEW_LIMITS } from './limits.ts';
import { defencesOf, isCheck, PRESET_IDS, type PresetId, presetOf, USUAL_CHECKS, written } from './presets.ts';

export function DefencesForm() {
  const { source } = useBenchParts();
  const { reply, problem } = useAnswer('policy.list', {}, undefined);
  const settings = useExperiments((state) => state.settings);
  const trials = useExperiments((state) => state.trials);
  const isRunning = useExperiments((state) => state.running !== undefined);
  const [isWide, setWide] = useState(false);
  const checks = (reply?.policies ?? []).filter(isCheck);
  const isUsed = (name: string) => SIDES.some((side) => settings[side][name] !== undefined);
  const shown = checks.filter(({ name }) => isWide || USUAL_CHECKS.includes(name) || isUsed(name));
  const stale = SIDES.filter((side) => {
    const trial = trials[side];
    return trial && trial.status.state === 'done' && written(trial.defences) !== written(settings[side]);
  });
  if (problem !== undefined) return <p className="experiment__failure">{problem}</p>;
  return (
    <fieldset className="defences" disabled={isRunning}>
      <legend className="sr">{t('experiment.defence')}</legend>
      <div className="defences__presets">
        {SIDES.map((side) => (
          <Preset key={side} side={side} defences={settings[side]} />
        ))}
      </div>
      <button type="button" className="experiment__run" onClick={() => void experiments.run(source.dispatch)}>
        {t(Object.keys(trials).length === 0 ? 'experiment.run' : 'experiment.runAgain')}
      </button>
      {stale.map((side) => (
        <p key={side} role="status" className="small soft">
          {t('experiment.stale', { side: side.toUpperCase() })}
        </p>
      ))}
      <table className="defences__table">
        <thead>
          <tr>
            <th scope="col">{t('experiment.defence')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" className="defences__side">
                <span className="sr">{t('experiment.setting', { side: side.toUpperCase() })}</span>
                <span aria-hidden="true" className={`side side--${side}`}>
                  {side.toUpperCase()}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((policy) => (
            <Check key={policy.name} policy={policy} settings={settings} />
          ))}
        </tbody>
      </table>
      <button type="button" className="experiment__link" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
        {t(isWide ? 'experiment.fewer' : 'experiment.more')}
      </button>
      <Seed />
    </fieldset>
  );
}

function Check({ policy, settings }: { policy: PolicyOffer; settings: Record<SideId, Defences> }) {
  const { name } = policy;
  const { title, help } = showPolicy(name);
  const isUsed = SIDES.some((side) => settings[side][name] !== undefined);
  return (
    <>
      <tr>
        <th scope="row" className="defences__check" title={help}>
          {title}
        </th>
        {SIDES.map((side) => (
          <td key={side} className="defences__side">
            <Switch side={side} policy={name} defences={settings[side]}>
              {t('experiment.inSetting', { policy: title, side: side.toUpperCase() })}
            </Switch>
          </td>
        ))}
      </tr>
      {isUsed && policy.settings.length > 1 && (
        <tr>
          <td colSpan={3} className="defences__more">
            <details>
              <summary className="small soft">{t('experiment.settings', { policy: title })}</summary>
              {SIDES.filter((side) => settings[side][name] !== undefined).map((side) => (
                <CheckSettings key={side} side={side} policy={policy} defences={settings[side]} />
              ))}
            </details>
          </td>
        </tr>
      )}
    </>
  );
}

interface SwitchProps {
  side: SideId;
  policy: string;
  defences: Defences;
  children: ReactNode;
}

function Switch({ side, policy, defences, children }: SwitchProps) {
  const isOn = defences[policy] !== undefined;
  const flip = () => {
    const { [policy]: _off, ...others } = defences;
    experiments.set(side, isOn ? others : { ...defences, [policy]: {} });
  };
  return (
    <label className="defences__switch">
      <input type="checkbox" checked={isOn} onChange={flip} />
      <span className="sr">{children}</span>
    </label>
  );
}

const OWN = 'own';

function Preset({ side, defences }: { side: SideId; defences: Defences }) {
  const host = useExperiments((state) => state.host);
  const current = presetOf(defences) ?? OWN;
  const own: TextKey = host === undefined ? 'experiment.preset.own' : 'experiment.preset.host';
  const choose = (id: string) => {
    const preset = PRESET_IDS.find((one) => one === id);
    if (preset) experiments.set(side, defencesOf(preset));
  };
  return (
    <label className="experiment__field">
      {t('experiment.presetOf', { side: side.toUpperCase() })}
      <select value={current} onChange={(event) => choose(event.target.value)}>
        {current === OWN && <option value={OWN}>{t(own, { host: shortName(host ?? '') })}</option>}
        {PRESET_IDS.map((preset: PresetId) => (
          <option key={preset} value={preset}>
            {t(`experiment.preset.${preset}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Seed() {
  const seed = useExperiments((state) => state.seed);
  return (
    <label className="experiment__field">
      {t('experiment.seed')}
      <input
        type="number"
        className="mono"
        min={0}
        max={EXPERIMENT_VIEW_LIMITS.seed}
        value={seed}
        onChange={({ target }) => {
          const typed = Math.trunc(target.valueAsNumber);
          if (typed >= 0 && typed <= EXPERIMENT_VIEW_LIMITS.seed) experiments.setSeed(typed);
        }}
      />
    </label>
  );
}
