// What goes on in the lab as the map shows it, a few times a second. Counterpart: links.ts, use-bench.ts. Rule: however
// many events come, the map looks at most once in MAP_LIMITS.redraw_ms; nothing here is kept but what was just asked.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { type BenchState, labTime } from '../store/bench-store.ts';
import type { Dialogs } from '../store/dialogs.ts';
import type { Question } from './legs.ts';
import { MAP_LIMITS } from './limits.ts';
import { linksOf, type MapLink } from './links.ts';

export interface Activity {
  links: MapLink[];
  /** Letters in each host's queue. */
  waiting: ReadonlyMap<string, number>;
  /** Asked just now, one a host. */
  questions: Question[];
}

export function useActivity(): Activity {
  const { store } = useBenchParts();
  const [activity, setActivity] = useState<Activity>(() => activityOf(store.getState(), []));
  useEffect(() => {
    let timer: number | undefined;
    let due_ms = 0;
    let asked: { question: Question; until_ms: number }[] = [];
    let heard = store.getState().moment.lab.seq;
    const look = () => {
      timer = undefined;
      const state = store.getState();
      const now_ms = performance.now();
      const isFollowed = isLive(state, now_ms) && !state.isPouring;
      const fresh = isFollowed ? questionsSince(state.moment.dialogs, heard) : [];
      heard = state.moment.lab.seq;
      const until_ms = now_ms + MAP_LIMITS.question_ms;
      asked = [...asked.filter((one) => one.until_ms > now_ms), ...fresh.map((question) => ({ question, until_ms }))];
      const shown = new Map(asked.map(({ question }) => [question.host, question]));
      setActivity(activityOf(state, [...shown.values()].slice(-MAP_LIMITS.questions)));
      if (asked.length > 0) lookWithin(MAP_LIMITS.question_ms);
    };
    const lookWithin = (ms: number) => {
      const at_ms = performance.now() + ms;
      if (timer !== undefined && at_ms >= due_ms) return;
      clearTimeout(timer);
      due_ms = at_ms;
      timer = window.setTimeout(look, ms);
    };
    const stop = store.subscribe((state, last) => {
      // While one drags through the past the letter's own way is enough.
      if (state.isLeaping || (state.moment === last.moment && !last.isLeaping)) return;
      lookWithin(state.isPouring ? MAP_LIMITS.pouring_ms : MAP_LIMITS.redraw_ms);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return activity;
}

function activityOf({ moment }: BenchState, questions: Question[]): Activity {
  const { lab, dialogs } = moment;
  const waiting = new Map(Object.entries(lab.queues).map(([host, queue]) => [host, Object.keys(queue).length]));
  return { links: linksOf(dialogs, lab.held), waiting, questions };
}

/** What is read back after a reload was asked long ago. */
function isLive(state: BenchState, now_ms: number): boolean {
  return labTime(state, now_ms) - state.moment.lab.now_ms < MAP_LIMITS.question_ms;
}

function questionsSince({ lookups }: Dialogs, seq: number): Question[] {
  const fresh: Question[] = [];
  for (const group of lookups.values()) {
    if ((group.at(-1)?.seq ?? 0) <= seq) continue;
    for (const one of group) if (one.seq > seq && one.outcome?.cached !== true) fresh.push(one);
  }
  return fresh.slice(-MAP_LIMITS.questions);
}
