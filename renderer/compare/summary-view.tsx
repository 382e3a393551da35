// What came of the change, in a few sentences: each letter in both runs, and the verdicts that differ. Counterpart: fates.ts.
// Rule: what fared the same is counted, not listed.

import { t } from '../text/t.ts';
import { showPolicy } from '../text/policy.ts';
import { showDuration, showList } from '../text/times.ts';
import { shortName } from '../store/hosts.ts';
import type { Comparison } from './compare-desk.ts';
import { type Fate, isSameFate, type LetterFates } from './fates.ts';
import { COMPARE_LIMITS } from './limits.ts';

export function Summary({ comparison: { fates, verdicts, names } }: { comparison: Comparison }) {
  const different = fates.filter(({ one, two }) => !isSameFate(one, two));
  const same = fates.length - different.length;
  return (
    <div className="compare__summary">
      {different.length > 0 && (
        <table className="compare__table">
          <thead>
            <tr>
              <th scope="col">{t('compare.letter')}</th>
              <th scope="col">{names.one}</th>
              <th scope="col">{names.two}</th>
            </tr>
          </thead>
          <tbody>
            {different.slice(0, COMPARE_LIMITS.fates).map((letter) => (
              <tr key={letter.key}>
                <th scope="row">{titleOf(letter)}</th>
                <td>{showFate(letter.one)}</td>
                <td>{showFate(letter.two)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same > 0 && (
        <p className="soft">{t(different.length > 0 ? 'compare.othersSame' : 'compare.allSame', { count: same })}</p>
      )}
      {verdicts.length > 0 && (
        <>
          <h3 className="compare__verdicts">{t('compare.verdicts')}</h3>
          <ul>
            {verdicts.slice(0, COMPARE_LIMITS.verdicts).map(({ key, host, policy, one, two, count }) => (
              <li key={key}>
                {t('compare.decided', {
                  count,
                  policy: showPolicy(policy).title,
                  host: shortName(host),
                  one: t(`compare.verdict.${one ?? 'none'}`),
                  two: t(`compare.verdict.${two ?? 'none'}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function titleOf({ subject, reversePath, recipients }: LetterFates): string {
  const to = showList(recipients) || t('letters.nobody');
  return t('compare.of', {
    subject: subject || t('letters.noSubject'),
    from: reversePath || t('letter.nobody'),
    to,
  });
}

/** Less than this is at once. */
const AT_ONCE_MS = 60_000;

function showFate(fate: Fate | undefined): string {
  if (!fate) return t('compare.fate.none');
  const { end, after_ms, deferrals, mailboxes, reply = '' } = fate;
  const after = after_ms < AT_ONCE_MS ? t('compare.atOnce') : t('compare.after', { time: showDuration(after_ms) });
  const [first] = deferrals;
  const ended = t(`compare.fate.${end}`, { after, to: showList(mailboxes), reply });
  if (first === undefined) return ended;
  return t('compare.deferred', { count: deferrals.length, reply: first, ended });
}
