// The reference's place, loaded when it is first shown. Counterpart: reference-page.tsx is what comes.

import { lazy, Suspense } from 'react';

import { t } from '../text/t.ts';

const ReferencePage = lazy(async () => ({ default: (await import('./reference-page.tsx')).ReferencePage }));

export function ReferencePlace() {
  return (
    <Suspense
      fallback={
        <p className="soft" role="status">
          {t('reference.opening')}
        </p>
      }
    >
      <ReferencePage />
    </Suspense>
  );
}
