// The places of the rail. Counterpart: rail.tsx, app.tsx. To add one: its id in frame-store.ts, an entry here and an
// action in actions/go.ts. Rule: a place stands in the side column beside the bench, or takes the bench's whole room;
// the bench lives on behind it.

import type { ComponentType } from 'react';

import { AnalyzerPlace } from '../analyzer/analyzer-place.tsx';
import { Desk } from '../inbox/desk.tsx';
import { UnreadBadge } from '../inbox/unread-badge.tsx';
import { LessonsPlace } from '../lesson/lessons-place.tsx';
import { ReferencePlace } from '../reference/reference-place.tsx';
import type { TextKey } from '../text/t.ts';
import { Book, Crowd, Flask, Glossary, Lectern, Lens, Mail, Network, Prompt } from '../theme/icons.tsx';
import { later } from './later.tsx';
import type { PlaceId } from './frame-store.ts';

const Actors = later(async () => (await import('../actors/actors.tsx')).Actors);
const Doors = later(async () => (await import('../doors/doors.tsx')).Doors);
const ExperimentPlace = later(async () => (await import('../experiment/experiment.tsx')).ExperimentPlace);
const LecturePage = later(async () => (await import('../lecture/lecture-page.tsx')).LecturePage);
const Inbox = later(async () => (await import('../inbox/inbox.tsx')).Inbox);

export interface Place {
  id: PlaceId;
  title: TextKey;
  /** What the side column is called while the place stands in it; its title, if it isn't said. */
  column?: TextKey;
  Icon: ComponentType;
  View: ComponentType;
  /** What is waiting there. */
  Badge?: ComponentType;
  /** `course`: the bench while the course is looked at, the side column beside it while a lesson is in front. */
  takes: 'side' | 'bench' | 'course';
}

export const PLACES: readonly Place[] = [
  { id: 'lab', title: 'places.lab', column: 'bench.send', Icon: Network, View: Desk, takes: 'side' },
  { id: 'lessons', title: 'lessons.title', Icon: Book, View: LessonsPlace, takes: 'course' },
  { id: 'inbox', title: 'inbox.title', Icon: Mail, View: Inbox, Badge: UnreadBadge, takes: 'bench' },
  { id: 'actors', title: 'actors.title', Icon: Crowd, View: Actors, takes: 'side' },
  { id: 'experiment', title: 'experiment.title', Icon: Flask, View: ExperimentPlace, takes: 'bench' },
  { id: 'tools', title: 'places.tools', column: 'doors.title', Icon: Prompt, View: Doors, takes: 'side' },
  { id: 'analyzer', title: 'analyzer.title', Icon: Lens, View: AnalyzerPlace, takes: 'bench' },
  { id: 'lecture', title: 'lecture.title', Icon: Lectern, View: LecturePage, takes: 'bench' },
  { id: 'reference', title: 'reference.title', Icon: Glossary, View: ReferencePlace, takes: 'bench' },
];
