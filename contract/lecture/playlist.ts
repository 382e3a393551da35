// A lecture as data: scenes in order, each with the lab that it needs, what to type, what to ask. Counterpart:
// lessons/playlists/read-playlist.ts reads the file around it; `goal` comes in, as for lessons. Rule: a playlist comes from
// anywhere, also from a stranger: everything is bounded, nothing in it is a program, and what is typed goes into shells of the lab.

import type { Goal } from '../lesson.ts';
import { startPartsSchema, startSchema } from '../lesson.ts';
import { z } from '../schema.ts';
import { LECTURE_LIMITS } from './limits.ts';
import { STAGE_PANELS } from './stage.ts';

const { titleChars, questionChars, options, noteChars, scenes, beats, typedChars } = LECTURE_LIMITS;
const words = (most: number) => z.string().trim().min(1).max(most);
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const host = z.string().min(1).max(253);
const panels = z.array(z.enum(STAGE_PANELS)).min(1).max(STAGE_PANELS.length);

/** Minutes that a lecture has for it. */
export const CUTS = [5, 15] as const;
export type Cut = (typeof CUTS)[number];

const questionSchema = z
  .strictObject({
    id: slug,
    asks: words(questionChars),
    options: z
      .array(z.strictObject({ id: slug, text: words(questionChars), right: z.literal(true).exactOptional() }))
      .min(options.least)
      .max(options.most),
  })
  .refine(({ options: all }) => all.filter((one) => one.right).length <= 1, 'at most one option is right')
  .refine(({ options: all }) => new Set(all.map(({ id }) => id)).size === all.length, 'two options have the same id');
export type Question = z.output<typeof questionSchema>;

const beatParts = {
  /** What to say, for the presenter. */
  say: words(noteChars).exactOptional(),
  /** The panels from here on. */
  look: panels.exactOptional(),
};

/** One press of the key. */
const beatSchema = z.union([
  /** Lines typed in a shell of this host, one by one, each after the answer to the one before. */
  z.strictObject({ as: host, type: words(typedChars), ...beatParts }),
  /** The scene's question is put to the hall. */
  z.strictObject({ ask: slug, ...beatParts }),
  /** Other panels, or only something to say. */
  z.strictObject({ look: panels, say: beatParts.say }),
  z.strictObject({ say: words(noteChars) }),
]);
export type Beat = z.output<typeof beatSchema>;

const sceneSchema = <G extends z.ZodType<Goal>>(goal: G) =>
  z.strictObject({
    id: slug,
    title: words(titleChars),
    /** In which cuts it is played. */
    cuts: z
      .array(z.union(CUTS.map((cut) => z.literal(cut))))
      .min(1)
      .default([...CUTS]),
    /** In the lab as the playlist begins it, or as the scene before left it. */
    begins: z.enum(['fresh', 'on']).default('fresh'),
    /** What differs from the playlist's own start. */
    start: startPartsSchema.default({}),
    panels,
    /** What to say before the first press. */
    notes: words(noteChars),
    /** What to look at, for the handout. */
    look: words(noteChars),
    question: questionSchema.exactOptional(),
    beats: z.array(beatSchema).min(1).max(beats),
    /** What has happened when it was played: the pre-flight check holds it against this. */
    expect: z.array(goal).max(8).default([]),
  });

export const playlistSchema = <G extends z.ZodType<Goal>>(goal: G) =>
  z
    .strictObject({
      id: slug,
      title: words(titleChars),
      /** What the hall takes home. */
      about: words(questionChars),
      start: startSchema.omit({ panels: true, actors: true, senders: true }),
      scenes: z.array(sceneSchema(goal)).min(1).max(scenes),
    })
    .superRefine(({ scenes: all }, context) => {
      const issue = (message: string, ...path: PropertyKey[]) =>
        context.addIssue({ code: 'custom', message, path: ['scenes', ...path] });
      if (all[0]?.begins === 'on') issue('the first scene has none before it', 0, 'begins');
      all.forEach((scene, at) => {
        if (all.findIndex(({ id }) => id === scene.id) < at) issue(`the id ${scene.id} is taken`, at, 'id');
        if (scene.begins === 'on' && Object.keys(scene.start).length > 0) {
          issue('a scene that goes on has no start of its own: let its beats type what it changes', at, 'start');
        }
        let shown = scene.panels;
        scene.beats.forEach((beat, beatAt) => {
          if ('look' in beat && beat.look) shown = beat.look;
          if ('type' in beat && !shown.includes('shell')) {
            issue('types where no shell is on the stage: add shell to panels or look', at, 'beats', beatAt);
          }
          if ('ask' in beat && beat.ask !== scene.question?.id) {
            issue('asks what the scene’s question isn’t', at, 'beats', beatAt, 'ask');
          }
        });
      });
    });

export type Playlist = z.output<ReturnType<typeof playlistSchema<z.ZodType<Goal>>>>;
export type Scene = Playlist['scenes'][number];
