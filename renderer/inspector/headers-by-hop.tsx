// Headers by hop: every field with a stripe in its writer's colour, how far to believe it, what the hop did to it, and
// the line below which nothing can be told from invention. Counterpart: stages.ts, trust.ts, sources.ts. Rule: painted
// from provenance, never by parsing.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';

import { useBench, useBenchParts, usePlan } from '../app/use-bench.ts';
import { useInSight } from '../app/in-sight.ts';
import { useSlots } from '../app/slots.ts';
import { useOwn } from '../app/use-own.ts';
import { useLessonDesk } from '../lesson/use-lesson.ts';
import { hostView } from '../store/hosts.ts';
import { type Journey, stopsOf } from '../store/journeys.ts';
import type { HeaderLine } from '../store/letter.ts';
import { t, type TextKey } from '../text/t.ts';
import { HeaderRow } from './header-row.tsx';
import './headers-by-hop.css';
import { HopSlider } from './hop-slider.tsx';
import { comesFrom, type FieldSource, sourcesOf } from './sources.ts';
import { changesOf, type Stage, type StageLine } from './stages.ts';
import { TrustLine, TrustQuestion } from './trust-line.tsx';
import { defaultTrust, lineBelow, trustAnswers, writersOf } from './trust.ts';

const STANDINGS = ['witnessed', 'verified', 'claimed'] as const;

interface Props {
  journey: Journey;
  letter: NonNullable<Journey['letter']>;
  stages: readonly Stage[];
  at: number;
  /** The hop was chosen: what it did to the letter is marked. */
  isChosen: boolean;
  onMove: (at: number) => void;
  /** Its beginning is where it was when one looked last. */
  isAtTop: boolean;
}

/** The least height of a field: one line, and the space around it. */
const FIELD_REM = 1.6;

export function HeadersByHop({ journey, letter, stages, at, isChosen, onMove, isAtTop }: Props) {
  const { store } = useBenchParts();
  const desk = useLessonDesk();
  const topology = usePlan();
  const pointed = useBench((state) => state.pointed);
  const [chosen, setChosen] = useState<string>();
  const [trust, setTrust] = useOwn<number | undefined>(letter.id, undefined);
  const stage = stages[at];
  const lines = useMemo(
    () => (stage ? changesOf(stage, isChosen ? stages[at - 1] : undefined) : []),
    [stage, stages, at, isChosen],
  );
  const isPast = useBench((state) => state.cursor !== undefined);
  const slots = useSlots(
    lines.map(({ line }) => line.id),
    isPast,
  );
  const box = useRef<HTMLDivElement>(null);
  const inSight = useInSight(box, FIELD_REM);
  if (!stage) return null;

  const drawn = isAtTop ? lines.slice(0, inSight) : lines;
  const { dialogs } = journey;
  const sourcesFor = (line: HeaderLine): FieldSource[] =>
    sourcesOf(line, { message: letter.state, id: letter.id, dialogs });
  const choose = (line: HeaderLine) => {
    if (desk.store.getState().running)
      desk.act({ kind: 'choose', token: { kind: 'field', message: letter.id, field: line.id } });
    const isOff = chosen === line.id;
    setChosen(isOff ? undefined : line.id);
    store.setState({ pointed: isOff ? undefined : sourcesFor(line)[0]?.line });
  };

  const writers = writersOf(stage.header);
  const trusted = Math.min(trust ?? defaultTrust(writers, topology), writers.length);
  const below = lineBelow(stage.header, trusted);
  const firstBelow = stage.header[below]?.id;
  const split = firstBelow === undefined ? lines.length : lines.findIndex((one) => one.line.id === firstBelow);
  const stops = stopsOf(journey).map((stop) => stop.host);
  const row = (one: StageLine, slot: string | undefined, isBelow: boolean) => {
    const { line } = one;
    const sources = chosen === line.id || pointed !== undefined ? sourcesFor(line) : [];
    return (
      <HeaderRow
        key={slot}
        {...one}
        host={hostView(topology, line.host)}
        hop={Math.max(0, stops.indexOf(line.host))}
        conn={dialogs.at(-1)?.id}
        isBelow={isBelow}
        isMarked={comesFrom(sources, pointed)}
        sources={chosen === line.id ? sources : undefined}
        onChoose={() => choose(line)}
      />
    );
  };
  return (
    <section className="headers-by-hop" aria-labelledby="headers-title">
      <div className="headers__head">
        <h3 id="headers-title">{t('headers.title')}</h3>
        <HopSlider stages={stages} at={at} onMove={onMove} />
      </div>
      <p className="headers__help">{t('headers.help')}</p>
      <TrustQuestion answers={trustAnswers(writers, topology)} trusted={trusted} onAnswer={setTrust} />
      <div ref={box} onKeyDown={walk}>
        {split > 0 && (
          <ol className="headers">{drawn.slice(0, split).map((one, index) => row(one, slots[index], false))}</ol>
        )}
        <TrustLine writers={writers} trusted={trusted} onMove={setTrust} />
        {split < drawn.length && (
          <ol className="headers">{drawn.slice(split).map((one, index) => row(one, slots[split + index], true))}</ol>
        )}
      </div>
      <details className="standing">
        <summary>{t('standing.title')}</summary>
        <dl className="standings">
          {STANDINGS.map((standing) => (
            <div key={standing}>
              <dt>{t(`standing.${standing}` satisfies TextKey)}</dt>
              <dd>{t(`standing.${standing}.help` satisfies TextKey)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** The arrow keys go from field to field. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.headers__raw')) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('.headers__raw')];
  fields[fields.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}
