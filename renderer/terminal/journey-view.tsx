// Below the map: the dialogs of the chosen letter in hop order; before the first letter, the hosts that wait for it.
// Counterpart: dialog-panel.tsx. Rule: one panel a connection; one may take all the room.

import { memo, useState } from 'react';

import { useSlots } from '../app/slots.ts';
import { useBench } from '../app/use-bench.ts';
import { useFinding } from '../filter/use-finding.ts';
import { lookupsOf } from '../store/dialogs.ts';
import { shortName } from '../store/hosts.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { DialogPanel } from './dialog-panel.tsx';
import './journey-view.css';
import { RefusedCalls } from './refused-calls.tsx';
import { Welcome } from './welcome.tsx';

export const JourneyView = memo(function JourneyView({ journey }: { journey: Journey | undefined }) {
  const dialogs = useBench((state) => state.moment.dialogs);
  const isPast = useBench((state) => state.cursor !== undefined);
  const { conns, isOnly } = useFinding();
  const [enlarged, setEnlarged] = useState<string>();
  const all = journey?.dialogs ?? [];
  const found = isOnly ? all.filter(({ id }) => conns.has(id)) : [];
  const large = all.find((one) => one.id === enlarged);
  const panels = large ? [large] : found.length > 0 ? found : all;
  const slots = useSlots(
    panels.map(({ id }) => id),
    isPast,
  );
  if (!journey) return <Welcome />;
  if (panels.length === 0) return <Silent journey={journey} />;
  return (
    <>
      {journey.letter && <RefusedCalls message={journey.letter.id} />}
      <div className="dialogs" data-count={Math.min(panels.length, 4)}>
        {panels.map((dialog, index) => {
          const { before, during } = lookupsOf(dialogs, dialog);
          return (
            <DialogPanel
              key={slots[index]}
              dialog={dialog}
              revision={dialog.revision}
              hop={index}
              before={before}
              during={during}
              answered={[...before, ...during].filter((one) => one.outcome !== undefined).length}
              isLarge={large !== undefined}
              onEnlarge={all.length > 1 ? setEnlarged : undefined}
            />
          );
        })}
      </div>
    </>
  );
});

/** A letter without a dialog: a server wrote it and kept it, or it is of an earlier run. */
function Silent({ journey }: { journey: Journey }) {
  const writer = journey.letter?.state.entries[0]?.host;
  if (journey.letter === undefined || !journey.begun || writer === undefined) return null;
  return (
    <>
      <RefusedCalls message={journey.letter.id} />
      <p className="dialogs__none">{t('route.local', { host: shortName(writer) })}</p>
    </>
  );
}
