// Which lesson was open, for when the page comes back. Counterpart: lesson-store.ts. Rule: the lesson and its step, no
// more: what was done is seen again by doing it.

import { z } from '../../contract/schema.ts';
import { remembered } from '../store/remembered.ts';

export const rememberedLesson = remembered(
  'posthorn.lesson',
  z.object({ id: z.string().max(40), step: z.int().min(0).max(99) }),
);
