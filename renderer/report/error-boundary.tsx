// Catches what a view throws: a calm sentence, a way on and a report, instead of a blank page. Counterpart:
// error-book.ts. Rule: the lab is another process and goes on; only the screen is drawn anew.

import { Component, type ReactNode } from 'react';

import { BenchContext } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { ReportSheet } from './report-sheet.tsx';
import './report-sheet.css';

interface State {
  error: Error | undefined;
  isReporting: boolean;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  static override contextType = BenchContext;
  declare context: React.ContextType<typeof BenchContext>;
  override state: State = { error: undefined, isReporting: false };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    this.context?.errors.note(error, Date.now());
  }

  override render(): ReactNode {
    const { error, isReporting } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.text')}</p>
        <div className="broken__acts">
          <button type="button" className="plain-button" onClick={() => this.setState({ error: undefined })}>
            {t('broken.again')}
          </button>
          <button type="button" className="plain-button" onClick={() => this.setState({ isReporting: true })}>
            {t('report.action')}
          </button>
        </div>
        <pre className="broken__what">{error.message}</pre>
        {isReporting && <ReportSheet onClose={() => this.setState({ isReporting: false })} />}
      </main>
    );
  }
}
