// What is to be given away, and as what. Counterpart: formats.ts has the kinds of files, download.ts hands one over.
// Rule: what takes long says how far it is and can be stopped; what fails says why.

import { type FormEvent, useId, useRef, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBench, useBenchParts, useJourneys } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { download } from '../session/download.ts';
import { fileTime } from '../session/file-name.ts';
import type { BenchState } from '../store/bench-store.ts';
import { shortName } from '../store/hosts.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import './export.css';
import type { ExportFormat, Scope } from './format.ts';
import { EXPORT_FORMATS } from './formats.ts';

/** `shown`, `all`, or the names of two hosts. */
type Wanted = string;

export function ExportSheet({ onClose }: { onClose: () => void }) {
  const { source, store } = useBenchParts();
  const { shown } = useJourneys();
  const moment = useBench((state) => state.moment);
  const [wanted, setWanted] = useState<Wanted>(shown === undefined ? 'all' : 'shown');
  const [format, setFormat] = useState<ExportFormat | undefined>(EXPORT_FORMATS[0]);
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState('');
  const isCancelled = useRef(false);
  const id = useId();
  const offered = EXPORT_FORMATS.filter((one) => one.needsLetter !== true || (wanted === 'shown' && shown?.letter));
  const chosen = format && offered.includes(format) ? format : offered[0];
  const links = linksOf(moment);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    isCancelled.current = false;
    setFailure('');
    setDone(0);
    try {
      const { history, pages } = store.getState();
      const scope = scopeOf(wanted, shown, moment);
      const watch = { onProgress: setDone, isCancelled: () => isCancelled.current };
      const file = await chosen.make({ history, pages, moment, dispatch: source.dispatch, scope }, watch);
      if (!file) return;
      download(file, `${nameOf(wanted, shown, moment)} ${fileTime(Date.now())}.${chosen.extension}`);
      onClose();
    } catch (error) {
      setFailure(describeFailure(error));
    } finally {
      setDone(undefined);
    }
  };
  const leave = () => {
    isCancelled.current = true;
    onClose();
  };
  return (
    <Sheet title={t('export.title')} onClose={leave}>
      <form className="export" onSubmit={(event) => void save(event)}>
        <div className="field">
          <label htmlFor={`${id}what`}>{t('export.what')}</label>
          <select id={`${id}what`} value={wanted} onChange={({ target }) => setWanted(target.value)}>
            {shown && <option value="shown">{sayShown(shown)}</option>}
            <option value="all">{t('export.all', { count: moment.dialogs.byId.size })}</option>
            {[...links].map(([key, { name, count }]) => (
              <option key={key} value={key}>
                {t('export.link', { name, count })}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="export__formats">
          <legend>{t('export.as')}</legend>
          {offered.map((one) => (
            <label key={one.id} className="export__format">
              <input type="radio" name="format" checked={one === chosen} onChange={() => setFormat(one)} />
              <span>
                {t(one.title)}
                <span className="export__help">{t(one.help)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {failure !== '' && (
          <p className="export__failure" role="alert">
            {failure}
          </p>
        )}
        {done === undefined ? (
          <button type="submit" className="export__save" disabled={moment.dialogs.byId.size === 0}>
            {t('export.save')}
          </button>
        ) : (
          <p className="export__going">
            <progress value={done} aria-label={t('export.going')} />
            <button type="button" className="plain-button" onClick={() => (isCancelled.current = true)}>
              {t('export.cancel')}
            </button>
          </p>
        )}
        {moment.dialogs.byId.size === 0 && <p className="soft">{t('export.nothing')}</p>}
      </form>
    </Sheet>
  );
}

type Shown = BenchState['moment'];

function sayShown({ letter, dialogs }: Journey): string {
  const count = dialogs.length;
  return letter
    ? t('export.letter', { subject: letter.subject || t('letters.noSubject'), count })
    : t('export.talkOnly');
}

const keyOf = (client: string, server: string) => [client, server].toSorted().join(' ');

/** Each two hosts that spoke with each other. */
function linksOf({ dialogs }: Shown): Map<string, { name: string; count: number }> {
  const links = new Map<string, { name: string; count: number }>();
  for (const { client, server } of dialogs.byId.values()) {
    const key = keyOf(client.host, server.host);
    const name = `${shortName(client.host)} \u2013 ${shortName(server.host)}`;
    links.set(key, { name: links.get(key)?.name ?? name, count: (links.get(key)?.count ?? 0) + 1 });
  }
  return links;
}

function scopeOf(wanted: Wanted, shown: Journey | undefined, { dialogs }: Shown): Scope {
  if (wanted === 'all') return {};
  if (wanted === 'shown') {
    const conns = new Set(shown?.dialogs.map((dialog) => dialog.id));
    return shown?.letter ? { conns, message: shown.letter.id } : { conns };
  }
  const all = [...dialogs.byId.values()];
  const conns = all.filter(({ client, server }) => keyOf(client.host, server.host) === wanted).map((one) => one.id);
  return { conns: new Set(conns) };
}

/** In characters that every system takes. */
function nameOf(wanted: Wanted, shown: Journey | undefined, { lab }: Shown): string {
  const letter = shown?.letter?.subject.replaceAll(/[^\p{L}\p{N} .-]/gu, '').trim();
  if (wanted === 'shown' && letter) return letter.slice(0, 60);
  return wanted === 'all' || wanted === 'shown'
    ? (lab.topology?.name ?? 'lab')
    : wanted.split(' ').map(shortName).join('-');
}
