// What is to be said of a record, each with a sign and a word for how bad it is. Counterpart: finding.ts. Rule: colour is
// never the only carrier.

import { t } from '../text/t.ts';
import type { Finding } from './finding.ts';

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map(({ level, key, params }) => (
        <li key={key} className={`findings__one findings__one--${level}`}>
          <b>{t(`zone.level.${level}`)}</b> {t(key, params)}
        </li>
      ))}
    </ul>
  );
}
