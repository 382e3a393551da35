// The doors for followers: closed until an address is chosen. Counterpart: engine/followers/; follow/ is what they see. Rule: it
// says exactly what leaves this machine, before anything does, and who was refused.

import { useEffect, useId, useState } from 'react';

import type { MachineAddress } from '../../contract/lecture/commands.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { STAGE_LIMITS } from './limits.ts';
import { useLecture } from './use-lecture.ts';

export function HallPanel() {
  const { source } = useBenchParts();
  const hall = useLecture((state) => state.status?.hall);
  const id = useId();
  return (
    <section className="lecture__box" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`} className="lecture__heading">
        {t('hall.title')}
      </h3>
      <p className="small">{t('hall.about')}</p>
      <ul className="lecture__sees small">
        <li>{t('hall.see')}</li>
        <li>{t('hall.seeNot')}</li>
        <li>{t('hall.say')}</li>
      </ul>
      {!hall && <DoorsForm />}
      {hall && (
        <>
          <p className="hall__where">
            <span className="mono hall__origin">{hall.origin}</span>
            <span className="sr">{t('follow.code')}</span>
            <span className="mono hall__code">{hall.code}</span>
          </p>
          <p role="status">
            {t('lecture.following', { count: hall.following })}{' '}
            {hall.dropped > 0 && t('hall.dropped', { count: hall.dropped })}
          </p>
          <button
            type="button"
            className="plain-button"
            onClick={() => void source.dispatch('lecture.closeHall', {}).catch(() => undefined)}
          >
            {t('hall.close')}
          </button>
          {hall.refused.length > 0 && (
            <>
              <h4 className="lecture__heading">{t('hall.refused')}</h4>
              <ul className="hall__refused small" aria-label={t('hall.refused')}>
                {hall.refused
                  .map(({ at_ms, address, tried }, at) => (
                    <li key={at}>
                      {showTime(at_ms)} {t('hall.refusedOne', { address, tried })}
                    </li>
                  ))
                  .toReversed()}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

function DoorsForm() {
  const { source } = useBenchParts();
  const [failure, setFailure] = useState<string>();
  const addresses = useAddresses();
  const [address, setAddress] = useState('');
  const [port, setPort] = useState<number>(STAGE_LIMITS.port);
  return (
    <>
      <label className="lecture__field">
        <span>{t('hall.address')}</span>
        <select value={address} onChange={({ target }) => setAddress(target.value)}>
          <option value="">{t('hall.none')}</option>
          {addresses.map((one) => (
            <option key={one.address} value={one.address}>
              {t(one.isLoopback ? 'hall.loopback' : 'hall.card', { address: one.address, name: one.name })}
            </option>
          ))}
        </select>
      </label>
      <label className="lecture__field">
        <span>{t('hall.port')}</span>
        <input
          type="number"
          min={0}
          max={65_535}
          value={port}
          onChange={({ target }) => setPort(Math.min(65_535, Math.max(0, Math.floor(Number(target.value)) || 0)))}
        />
      </label>
      <p className="soft small">{t('hall.firewall')}</p>
      <button
        type="button"
        className="plain-button"
        disabled={address === ''}
        onClick={() => {
          setFailure(undefined);
          source
            .dispatch('lecture.openHall', { address, port })
            .catch((error: unknown) => setFailure(describeFailure(error)));
        }}
      >
        {t('hall.open')}
      </button>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </>
  );
}

function useAddresses(): readonly MachineAddress[] {
  const { source } = useBenchParts();
  const [addresses, setAddresses] = useState<readonly MachineAddress[]>([]);
  useEffect(() => {
    let isGone = false;
    source
      .dispatch('lecture.addresses', {})
      .then((reply) => isGone || setAddresses(reply.addresses))
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [source]);
  return addresses;
}
