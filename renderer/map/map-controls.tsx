// Closer, further, all of it. Counterpart: use-zoom.ts. Rule: "fit" is offered when there is something to undo.

import { t } from '../text/t.ts';
import { Fit, Minus, Plus } from '../theme/icons.tsx';
import type { Zoom } from './use-zoom.ts';

export function MapControls({ zoom, closer }: { zoom: Zoom; closer: number }) {
  return (
    <div className="map__controls">
      {!zoom.isFit && <Control label={t('map.fit')} sign={<Fit />} onClick={zoom.fit} />}
      {!zoom.isFit && <Control label={t('map.further')} sign={<Minus />} onClick={() => zoom.by(1 / closer)} />}
      <Control label={t('map.closer')} sign={<Plus />} onClick={() => zoom.by(closer)} />
    </div>
  );
}

function Control({ label, sign, onClick }: { label: string; sign: React.ReactNode; onClick: () => void }) {
  return (
    <button type="button" className="icon-button map__control" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}
