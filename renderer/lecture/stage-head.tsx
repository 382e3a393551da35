// The line above the stage: which lecture, which scene. Counterpart: stage.css. Rule: the same for the hall and for followers.

import type { ReactNode } from 'react';

import type { Stage } from '../../contract/lecture/stage.ts';
import { t } from '../text/t.ts';
import { Horn } from '../theme/icons.tsx';
import { useLabHash } from './use-lab-hash.ts';

export function StageHead({ stage: { playlist, scene }, children }: { stage: Stage; children: ReactNode }) {
  const hash = useLabHash();
  return (
    <header className="stage-head" data-state={hash}>
      <span className="stage-head__horn">
        <Horn />
      </span>
      <h1 className="stage-head__scene">{scene.title}</h1>
      <span className="stage-head__playlist">
        {playlist} · {t('stage.at', { at: scene.at, of: scene.of })}
      </span>
      <span className="stage-head__end">{children}</span>
    </header>
  );
}
