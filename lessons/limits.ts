// Every bound of this folder, each with its reason. Counterpart: the files that import it. Rule: a number that stops a
// runaway lesson, learner or letter stands here; times are in milliseconds, sizes in octets, and the unit ends the name.

/** Words of prose before the next act: more is a wall of text, and walls aren't read (shared/lessons.md). */
export const PROSE_WORDS = 120;

/** A lesson's file: the longest of the course has some 20,000 characters; YAML parsers are slow on megabytes. */
export const LESSON_CHARS = 200_000;

/** Steps of one lesson: eight fit into twenty minutes; twice that is a mistake of the author. */
export const STEPS_COUNT = 16;

/** Problems reported of one file: the first ones cause the rest. */
export const PROBLEMS_COUNT = 50;

/** Nesting of all, any and not: deeper is unreadable, and hostile YAML nests for ever. */
export const GOAL_DEPTH = 6;

/** Open connections that are followed at once; the bench shows twelve, a busy lab has dozens. */
export const TALKS_COUNT = 64;

/** Commands waiting for their reply on one connection: a pipeline (RFC 2920) is rarely longer than thirty. */
export const PENDING_COUNT = 100;

/** Letters whose facts are at hand: a step makes a handful. */
export const LETTERS_COUNT = 64;

/** Fields kept of one letter: a real header has some thirty. */
export const FIELDS_COUNT = 200;

/** Commands kept of the transaction that brought a letter, to be quoted. */
export const SAID_COUNT = 4;

/** Lines that can be selected: what stands on the bench at once. */
export const LINES_COUNT = 600;

/** Letters read whole for a check: lessons' letters are short, and a megabyte is nobody's typing. */
export const READ_OCTETS = 1_000_000;

/** What was said earlier in the lesson and may still count. */
export const HISTORY_COUNT = 400;

/** Slips and near misses shown of one step: the latest are what helps. */
export const REMARKS_COUNT = 12;

/** Replies stopped on a door and let go again: a multi-line reply has some ten lines, each told once. */
export const DOOR_HOLDS_COUNT = 64;

/** A quotation on screen: one line of a terminal. */
export const QUOTE_CHARS = 160;

/** Pattern of a value test: long ones are slow and unreadable. */
export const PATTERN_CHARS = 200;

/** Text that a pattern is tried on: backtracking grows with it. */
export const PATTERN_TEXT_CHARS = 4000;

/** How long a step runs before its hints open without a try. */
export const HINT_AFTER_MS = 60_000;

/** Feedback kept of one connection, the latest: what fits beside a dialog. */
export const FEEDBACK_COUNT = 40;
