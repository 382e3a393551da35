// A sheet over the bench: the browser's own modal dialog. Counterpart: sheets.tsx opens one. Rule: Escape, the cross and
// a press beside it close it, and the keyboard goes back to where it was; the browser sees to both.

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

import { PLACE_ID } from '../actions/go.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import { focusIfLost } from './focus.ts';
import './sheet.css';

interface Props {
  title: string;
  /** `question`: it must be answered, and a press beside it is no answer. */
  kind?: 'sheet' | 'wide' | 'bare' | 'question';
  onClose: () => void;
  children: ReactNode;
}

export function Sheet({ title, kind = 'sheet', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before it leaves the page: a dialog that is gone gives the keyboard back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      focusIfLost(PLACE_ID);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet sheet--${kind}`}
      role={kind === 'question' ? 'alertdialog' : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        // Closed by whoever opened it, so that it goes from the page too.
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && kind !== 'question' && onClose()}
    >
      <div className="sheet__page">
        <h2 id={id} className={kind === 'bare' ? 'sr' : 'sheet__title'}>
          {title}
        </h2>
        {(kind === 'sheet' || kind === 'wide') && (
          <button type="button" className="sheet__close icon-button" aria-label={t('sheet.close')} onClick={onClose}>
            <Close />
          </button>
        )}
        {children}
      </div>
    </dialog>
  );
}
