// What was decided about the letter between its dialogs: routes, reports, a postmaster's hand. Counterpart:
// store/decisions.ts, explain/on-the-way.ts. Rule: folded while all went the plain way; each
// says who decided.

import { useBench, usePlan } from '../app/use-bench.ts';
import type { MessageId } from '../../contract/ids.ts';
import { explainDecision } from '../explain/on-the-way.ts';
import type { Decision } from '../store/decisions.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import './on-the-way.css';

export function OnTheWay({ message }: { message: MessageId }) {
  const decisions = useBench((state) => state.moment.decisions.get(message));
  if (decisions === undefined) return null;
  return (
    <details className="way-list" open={decisions.some(isNews)}>
      <summary>
        <h3>{t('way.title')}</h3>
      </summary>
      <ol>
        {decisions.map((decision) => (
          <One key={decision.seq} decision={decision} />
        ))}
      </ol>
    </details>
  );
}

/** A plain route is what one expects; the rest one wants to know. */
function isNews(decision: Decision): boolean {
  if (decision.type !== 'route.chosen') return true;
  const { failure, mistakes, passedOver } = decision.data;
  return failure !== undefined || mistakes.length > 0 || passedOver.length > 0;
}

function One({ decision }: { decision: Decision }) {
  const topology = usePlan();
  const words = explainDecision(decision).map(({ key, params }) => t(key, params));
  return (
    <li className="way-list__one">
      <HostMark host={hostView(topology, decision.host)} size={18} />
      <p>
        {words.join(' ')} <span className="way-list__time mono">{showTime(decision.at_ms)}</span>
      </p>
    </li>
  );
}
