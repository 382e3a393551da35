// The DNS questions of a hop, folded to a line: which host asked what, and the answer. Counterpart: store/dialogs.ts
// lookupsOf. Rule: the names and types are DNS's own words; an answer out of a cache says so.

import type { Topology } from '../../contract/topology.ts';
import { explainLookup } from '../explain/dns.ts';
import { isLostDatagram, sayDatagram } from '../faults/say-fault.ts';
import { hostSheet } from '../host/host-sheet-store.ts';
import type { Lookup } from '../store/dialog.ts';
import { hostView } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { zoneWith } from '../zone/served-zones.ts';

interface Props {
  before: readonly Lookup[];
  during: readonly Lookup[];
  topology: Topology | undefined;
}

export function Lookups({ before, during, topology }: Props) {
  const all = [...before, ...during];
  if (all.length === 0) return null;
  return (
    <details className="lookups">
      <summary>{t('lookups.title', { count: all.length })}</summary>
      <ul>
        {all.map((lookup) => {
          const host = hostView(topology, lookup.host);
          return (
            <li key={lookup.seq} className="lookups__one">
              <HostMark host={host} size={18} />
              <div>
                <span className="sr">{t('lookups.asks', { host: host.short })} </span>
                <code className="line--client">
                  {lookup.type} {showText(lookup.name)}
                </code>
                {answersOf(lookup).map((answer) => (
                  <code key={answer} className="lookups__answer line--server">
                    {answer}
                  </code>
                ))}
                {lookup.strikes?.map((strike) => (
                  <span key={strike.seq} className="lookups__struck">
                    {sayDatagram(strike)}
                  </span>
                ))}
                <span className="lookups__means">
                  {explainLookup(lookup)
                    .meaning.map(({ key, params }) => t(key, params))
                    .join(' ')}
                </span>
                <RecordsButton name={lookup.name} topology={topology} />
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** To where it stands, and can be changed. */
function RecordsButton({ name, topology }: { name: string; topology: Topology | undefined }) {
  const served = topology && zoneWith(topology, name);
  if (!served) return null;
  return (
    <button
      type="button"
      className="lookups__records"
      aria-label={t('lookups.recordsOf', { name: showText(name) })}
      onClick={() => hostSheet.openZone(served.host, served.zone)}
    >
      {t('lookups.records')}
    </button>
  );
}

function answersOf({ outcome, strikes = [] }: Lookup): string[] {
  // What became of it is told beside it.
  if (!outcome) return strikes.some(isLostDatagram) ? [] : [t('lookups.waiting')];
  const { rcode, answers, cached, problem } = outcome;
  const lines = answers.length > 0 ? answers.map(showText) : [problem ?? rcode];
  return cached ? lines.map((line) => `${line} (${t('lookups.cached')})`) : lines;
}
