// The language that the app speaks. Counterpart: t.ts and times.ts read it, settings/app-language.ts chooses it. Rule:
// English is always there; another language comes when it is wanted, and what it lacks is said in English.

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence, or one for a count of one and one for all others. */
export type Entry = string | { readonly one: string; readonly other: string };
type Words = Readonly<Record<string, Entry>>;

const LOAD: Record<Language, () => Promise<Words>> = {
  en: () => Promise.resolve({}),
  de: async () => (await import('./de/index.ts')).de,
};

let spoken: Language = 'en';
let words: Words = {};
let wanted: Language = spoken;
const listeners = new Set<() => void>();

/** From when the promise is kept on, everything is said in `language`. Who asks last is heard. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const loaded = await LOAD[language]();
  if (wanted !== language || spoken === language) return;
  spoken = language;
  words = loaded;
  for (const tell of listeners) tell();
}

export const spokenLanguage = (): Language => spoken;

/** The entry in the language that is spoken; undefined: nobody has translated it. */
export const translated = (key: string): Entry | undefined => words[key];

export function onLanguage(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What is made for a language once, and anew when another is spoken: formats are dear to make. */
export function byLanguage<T>(make: (language: Language) => T): () => T {
  let made: { language: Language; thing: T } | undefined;
  return () => {
    if (made?.language !== spoken) made = { language: spoken, thing: make(spoken) };
    return made.thing;
  };
}
