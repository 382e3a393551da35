// How mail is read: over which protocol, and what deleting and sending do. Counterpart: inbox-choices.ts keeps it. Rule:
// what a protocol can't do is said where it is chosen.

import { type ReactNode, useId } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { t, type TextKey } from '../text/t.ts';
import { readerOf } from './inbox-choices.ts';
import { useInbox } from './use-inbox.ts';
import './inbox.css';

export function ReaderSheet({ onClose }: { onClose: () => void }) {
  const { inbox } = useBenchParts();
  const address = useInbox((state) => state.address);
  const choices = useInbox((state) => state.choices);
  const { reader, leave } = readerOf(choices, address);
  return (
    <Sheet title={t('reader.title', { address })} onClose={onClose}>
      <div className="reader">
        <Choices title={t('reader.protocol')}>
          {(['imap', 'pop3'] as const).map((one) => (
            <Choice
              key={one}
              name="protocol"
              title={t(`reader.${one}` satisfies TextKey)}
              help={t(`reader.${one}.help` satisfies TextKey)}
              isChosen={reader === one}
              onChoose={() => void inbox.readBy({ reader: one, leave })}
            />
          ))}
        </Choices>
        {reader === 'pop3' ? (
          <Choices title={t('reader.leave')}>
            {[true, false].map((one) => (
              <Choice
                key={String(one)}
                name="leave"
                title={t(one ? 'reader.leave.yes' : 'reader.leave.no')}
                help={t(one ? 'reader.leave.yes.help' : 'reader.leave.no.help')}
                isChosen={leave === one}
                onChoose={() => void inbox.readBy({ reader, leave: one })}
              />
            ))}
          </Choices>
        ) : (
          <>
            <Choices title={t('reader.deleting')}>
              {(['trash', 'mark'] as const).map((one) => (
                <Choice
                  key={one}
                  name="deleting"
                  title={t(`reader.deleting.${one}` satisfies TextKey)}
                  help={t(`reader.deleting.${one}.help` satisfies TextKey)}
                  isChosen={choices.deleting === one}
                  onChoose={() => inbox.choose({ deleting: one })}
                />
              ))}
            </Choices>
            <Choices title={t('reader.sending')}>
              <label className="reader__choice">
                <input
                  type="checkbox"
                  checked={choices.keepsCopy}
                  onChange={(event) => inbox.choose({ keepsCopy: event.target.checked })}
                />
                <span>{t('reader.copy')}</span>
                <span className="reader__help">{t('reader.copy.help')}</span>
              </label>
            </Choices>
          </>
        )}
      </div>
    </Sheet>
  );
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="reader__group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  title: string;
  help: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ name, title, help, isChosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <label className="reader__choice">
      <input
        type="radio"
        name={name}
        aria-labelledby={`${id}title`}
        aria-describedby={id}
        checked={isChosen}
        onChange={onChoose}
      />
      <span id={`${id}title`}>{title}</span>
      <span id={id} className="reader__help">
        {help}
      </span>
    </label>
  );
}
