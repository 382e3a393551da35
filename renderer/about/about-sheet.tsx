// What Posthorn is, in which version, and whose work is in it under which terms. Counterpart: licences.ts reads the list.
// Rule: all of it is on this computer; every text can be reached and scrolled by keyboard.

import { useEffect, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { APP_VERSION } from '../../contract/version.ts';
import { t } from '../text/t.ts';
import './about.css';
import { type Licence, readLicences } from './licences.ts';

export function AboutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={t('about.title')} onClose={onClose}>
      <div className="about">
        <p className="soft">{t('about.version', { version: APP_VERSION })}</p>
        <p>{t('about.what')}</p>
        <h3>{t('about.licences')}</h3>
        <p>{t('about.own')}</p>
        <Licences />
      </div>
    </Sheet>
  );
}

function Licences() {
  const licences = useLicences();
  if (licences === 'reading') return <p>{t('about.reading')}</p>;
  if (licences === 'absent') return <p>{t('about.absent')}</p>;
  return (
    <>
      <p>
        {t('about.others', { count: licences.length - 1 })} {t('about.electron')}
      </p>
      <ul className="about__list" aria-label={t('about.licences')}>
        {licences.map((one) => (
          <li key={`${one.name} ${one.version}`}>
            <Terms {...one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Terms({ name, version, licence, text }: Licence) {
  return (
    <details>
      <summary>
        <span className="mono">{name}</span> <span className="soft small">{version}</span>{' '}
        <span className="about__licence small">{licence}</span>
      </summary>
      <pre className="about__text" lang="en">
        {text}
      </pre>
    </details>
  );
}

function useLicences(): readonly Licence[] | 'reading' | 'absent' {
  const [licences, setLicences] = useState<readonly Licence[] | 'reading' | 'absent'>('reading');
  useEffect(() => {
    readLicences().then(setLicences, () => setLicences('absent'));
  }, []);
  return licences;
}
