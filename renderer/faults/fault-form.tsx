// A new fault: what happens, where, and to what of it. Counterpart: draft.ts. Rule: a link's two hosts are enough; whoever
// wants more finds it folded below.

import { type FormEvent, type ReactNode, useId, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { ANSWERABLE, FAULT_LIMITS, type FaultRule } from '../../contract/faults.ts';
import { FILTER_CHARS, readFilter } from '../../contract/filter/filter.ts';
import type { HostName } from '../../contract/ids.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { sayCommand } from '../wire/breakpoint.ts';
import { type Draft, type Kind, LINK_KINDS, newDraft, PROGRAM_KINDS, ruleOf } from './draft.ts';

interface Props {
  hosts: readonly HostName[];
  known: readonly string[];
  onAdd: (rule: FaultRule) => void;
}

type Change = (change: Partial<Draft>) => void;

export function FaultForm({ hosts, known, onAdd }: Props) {
  const [draft, setDraft] = useState(() => newDraft(hosts));
  const change: Change = (part) => setDraft({ ...draft, ...part });
  const mistake = mistakeIn(draft.filter);
  const rule = mistake === undefined ? ruleOf(draft, known) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule) onAdd(rule);
  };
  return (
    <form className="fault-form" onSubmit={submit}>
      <div className="fault-form__row">
        <Field label={t('faults.kind')}>
          {(id) => (
            <select id={id} value={draft.kind} onChange={({ target }) => change({ kind: target.value as Kind })}>
              <Kinds label={t('faults.layer.link')} kinds={LINK_KINDS} />
              <Kinds label={t('faults.layer.program')} kinds={PROGRAM_KINDS} />
            </select>
          )}
        </Field>
        <KindFields draft={draft} change={change} />
      </div>
      <p className="soft fault-form__about">{t(`faults.about.${draft.kind}`)}</p>
      <div className="fault-form__row">
        <HostField label={t('faults.field.between')} value={draft.one} onChange={(one) => change({ one })} />
        <HostField label={t('faults.field.and')} value={draft.other} onChange={(other) => change({ other })} />
        <Field
          label={t('faults.field.filter')}
          help={
            mistake === undefined ? t('faults.field.filter.help') : t('faults.field.filter.wrong', { what: mistake })
          }
          isWrong={mistake !== undefined}
        >
          {(id, help) => (
            <input
              id={id}
              aria-describedby={help}
              aria-invalid={mistake !== undefined}
              className="mono"
              autoComplete="off"
              spellCheck={false}
              required={draft.kind === 'drop'}
              maxLength={FILTER_CHARS}
              value={draft.filter}
              onChange={({ target }) => change({ filter: target.value })}
            />
          )}
        </Field>
      </div>
      <details>
        <summary>{t('faults.field.more')}</summary>
        <div className="fault-form__row">
          <NumberField label={t('faults.field.port')} name="port" least={1} most={65_535} {...{ draft, change }} />
          <NumberField
            label={t('faults.field.times')}
            name="times"
            least={1}
            most={FAULT_LIMITS.times}
            {...{ draft, change }}
          />
          <NumberField label={t('faults.field.percent')} name="percent" least={1} most={100} {...{ draft, change }} />
          <NumberField
            label={t('faults.field.seed')}
            help={t('faults.field.seed.help')}
            name="seed"
            least={0}
            most={4_294_967_295}
            {...{ draft, change }}
          />
        </div>
      </details>
      <button type="submit" className="plain-button fault-form__go" disabled={!rule}>
        {t('faults.add')}
      </button>
    </form>
  );
}

function Kinds({ label, kinds }: { label: string; kinds: readonly Kind[] }) {
  return (
    <optgroup label={label}>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`faults.kind.${kind}`)}
        </option>
      ))}
    </optgroup>
  );
}

function KindFields({ draft, change }: { draft: Draft; change: Change }) {
  const given = { draft, change };
  switch (draft.kind) {
    case 'delay':
      return <NumberField label={t('faults.field.ms')} name="ms" least={1} most={FAULT_LIMITS.delay_ms} {...given} />;
    case 'slow':
      return (
        <NumberField
          label={t('faults.field.rate')}
          name="rate"
          least={FAULT_LIMITS.slowest}
          most={FAULT_LIMITS.fastest}
          {...given}
        />
      );
    case 'cut':
    case 'reset':
      return (
        <NumberField label={t('faults.field.octets')} name="octets" least={0} most={FAULT_LIMITS.octets} {...given} />
      );
    case 'answer':
      return <ReplyFields {...given} />;
    default:
      return null;
  }
}

function ReplyFields({ draft, change }: { draft: Draft; change: Change }) {
  const isWrong = ruleOf({ ...draft, filter: '' }, []) === undefined;
  return (
    <>
      <Field label={t('faults.field.command')}>
        {(id) => (
          <select id={id} value={draft.command} onChange={({ target }) => change({ command: target.value })}>
            {ANSWERABLE.map((one) => (
              <option key={one} value={one}>
                {sayCommand(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('faults.field.reply')}
        help={t(isWrong ? 'faults.field.reply.wrong' : 'faults.field.reply.help')}
        isWrong={isWrong}
      >
        {(id, help) => (
          <input
            id={id}
            aria-describedby={help}
            aria-invalid={isWrong}
            className="mono fault-form__reply"
            autoComplete="off"
            spellCheck={false}
            maxLength={FAULT_LIMITS.text}
            value={draft.reply}
            onChange={({ target }) => change({ reply: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function HostField({ label, value, onChange }: { label: string; value: string; onChange: (host: string) => void }) {
  const topology = useBench((state) => state.live.lab.topology);
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('faults.field.anybody')}</option>
          {topology?.hosts.map(({ name }) => (
            <option key={name} value={name}>
              {shortName(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface NumberProps {
  label: string;
  help?: string;
  name: 'ms' | 'rate' | 'octets' | 'port' | 'times' | 'percent' | 'seed';
  least: number;
  most: number;
  draft: Draft;
  change: Change;
}

function NumberField({ label, help, name, least, most, draft, change }: NumberProps) {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      {(id, helpId) => (
        <input
          id={id}
          aria-describedby={helpId}
          className="fault-form__number"
          type="number"
          min={least}
          max={most}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
}

interface FieldProps {
  label: string;
  help?: string;
  isWrong?: boolean;
  children: (id: string, help: string | undefined) => ReactNode;
}

function Field({ label, help, isWrong = false, children }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className="fault-form__field">
      <label htmlFor={id}>{label}</label>
      {children(id, help === undefined ? undefined : helpId)}
      {help !== undefined && (
        <p id={helpId} className={isWrong ? 'fault-form__wrong' : 'soft'}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What in a filter no line on the wire can be asked for. */
function mistakeIn(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const { problems, late } = readFilter(text);
  return [...problems.map(({ what }) => what), ...late][0];
}
