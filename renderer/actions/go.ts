// To the places of the rail. Counterpart: app/places.tsx draws them. Rule: one action for each place.

import type { PlaceId } from '../app/frame-store.ts';
import { focusSoon } from '../app/focus.ts';
import type { TextKey } from '../text/t.ts';
import { type Action, isAlways, isLab } from './action.ts';

/** The element that a place stands in. */
export const PLACE_ID = 'place';

const goTo = (place: PlaceId, title: TextKey, keys: string, onlyInLab?: { unless: TextKey }): Action => ({
  id: `go.${place}`,
  title,
  group: 'places',
  keys,
  isPossible: onlyInLab ? isLab : isAlways,
  ...onlyInLab,
  run: ({ frame }) => {
    frame.setState({ place });
    // Who pressed the rail's item stays there; a key was pressed somewhere that may be hidden now.
    if (document.activeElement?.closest('nav') === null) focusSoon(PLACE_ID);
  },
});

const TO = {
  lab: goTo('lab', 'places.lab', 'B'),
  lessons: goTo('lessons', 'lessons.title', 'L'),
  inbox: goTo('inbox', 'inbox.title', 'I', { unless: 'inbox.noServers' }),
  actors: goTo('actors', 'actors.title', 'A'),
  experiment: goTo('experiment', 'experiment.title', 'X'),
  tools: goTo('tools', 'doors.title', 'T'),
  analyzer: goTo('analyzer', 'analyzer.title', 'Shift+H'),
  lecture: goTo('lecture', 'lecture.title', 'Shift+L', { unless: 'lecture.noServers' }),
  reference: goTo('reference', 'reference.title', 'R'),
} satisfies Record<PlaceId, Action>;

export const PLACE_ACTIONS: readonly Action[] = Object.values(TO);

export const goToPlace = (place: PlaceId): Action => TO[place];
