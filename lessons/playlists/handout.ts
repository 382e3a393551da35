// A scene on paper: what was typed, what to look at, the question to answer before one reads on. Counterpart: renderer/lecture/
// hands it out as a page to print, and as text. Rule: pure; every word of a playlist is text, never markup.

import type { CutScene } from './cut.ts';
import { linesOf } from './stagehand.ts';

export interface HandoutWords {
  scene: (at: number) => string;
  predict: string;
  typed: string;
  at: (host: string) => string;
  look: string;
  yours: string;
}

interface Handout {
  title: string;
  about: string;
  scenes: readonly CutScene[];
}

/** One page that needs nothing else: a browser shows and prints it. */
export function handoutPage({ title, about, scenes }: Handout, words: HandoutWords, language: string): string {
  const sections = scenes.map((scene, at) => sceneHtml(scene, at, words)).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
section { break-inside: avoid; margin-top: 2rem; }
pre { padding: 0.5rem; border: 1px solid #999; white-space: pre-wrap; overflow-wrap: anywhere; }
li { list-style: "\\2610  "; }
.yours { height: 4rem; border-bottom: 1px solid #999; }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${sections}
</html>
`;
}

/** The same as plain text. */
export function handoutText({ title, about, scenes }: Handout, words: HandoutWords): string {
  const parts = scenes.map((scene, at) => {
    const { question } = scene;
    return [
      `${words.scene(at + 1)}: ${scene.title}`,
      ...(question
        ? [`${words.predict} ${question.asks}`, ...question.options.map(({ text }) => `  [ ] ${text}`)]
        : []),
      ...typedIn(scene).flatMap(({ as, lines }) => [words.at(as), ...lines.map((line) => `  ${line}`)]),
      `${words.look} ${scene.look}`,
    ].join('\n');
  });
  return `${[title, about, ...parts].join('\n\n')}\n`;
}

function sceneHtml(scene: CutScene, at: number, words: HandoutWords): string {
  const { question } = scene;
  const predict = question
    ? `<p><strong>${escaped(words.predict)}</strong> ${escaped(question.asks)}</p>
<ul>${question.options.map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</ul>`
    : '';
  const typed = typedIn(scene)
    .map(({ as, lines }) => `<p>${escaped(words.at(as))}</p>\n<pre>${escaped(lines.join('\n'))}</pre>`)
    .join('\n');
  return `<section>
<h2>${escaped(`${words.scene(at + 1)}: ${scene.title}`)}</h2>
${predict}
${typed === '' ? '' : `<h3>${escaped(words.typed)}</h3>`}
${typed}
<p><strong>${escaped(words.look)}</strong> ${escaped(scene.look)}</p>
<p>${escaped(words.yours)}</p>
<div class="yours"></div>
</section>`;
}

/** What is typed at one computer after the other. A password isn't for paper: it is starred, as on every screen. */
function typedIn({ beats }: CutScene): { as: string; lines: string[] }[] {
  const typed: { as: string; lines: string[] }[] = [];
  for (const beat of beats) {
    if (!('type' in beat)) continue;
    const lines = linesOf(beat.type).map((line) => line.replace(/(--auth-password )\S+/, '$1****'));
    const last = typed.at(-1);
    if (last?.as === beat.as) last.lines.push(...lines);
    else typed.push({ as: beat.as, lines });
  }
  return typed;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
