// The analyzer's place, loaded when it is first shown. Counterpart: analyzer-page.tsx is what comes.

import { lazy, Suspense } from 'react';

import { t } from '../text/t.ts';

const AnalyzerPage = lazy(async () => ({ default: (await import('./analyzer-page.tsx')).AnalyzerPage }));

export function AnalyzerPlace() {
  return (
    <Suspense
      fallback={
        <p className="soft" role="status">
          {t('analyzer.opening')}
        </p>
      }
    >
      <AnalyzerPage />
    </Suspense>
  );
}
