// Where in a lesson a term of the glossary is named for the first time: there its name is a link. Counterpart:
// lessons/reference/names.ts finds the names, prose.tsx draws the links. Rule: authors write no links; a term is linked once
// in a lesson, in the prose or in what is to be done, and never in a heading, an option or a block of code.

import type { Step } from '../../contract/lesson.ts';
import { termCalled, termsIn } from '../../lessons/reference/names.ts';
import { type Block, blocksOf, type Span, spansOf } from './markdown.ts';

/** The terms to link in a step: in its prose, and in its act. */
export interface StepTerms {
  prose: ReadonlySet<string>;
  act: ReadonlySet<string>;
}

const NONE: StepTerms = { prose: new Set(), act: new Set() };

/** For each step, by its id. */
export function firstUses(steps: readonly Pick<Step, 'id' | 'text' | 'act'>[]): ReadonlyMap<string, StepTerms> {
  const known = new Set<string>();
  const fresh = (spans: readonly Span[]) => {
    const ids = new Set(spans.flatMap(usesIn).filter((id) => !known.has(id)));
    for (const id of ids) known.add(id);
    return ids;
  };
  return new Map(
    steps.map(({ id, text, act }) => [
      id,
      { prose: fresh(blocksOf(text).flatMap(spansOfBlock)), act: fresh(spansOf(act)) },
    ]),
  );
}

export const termsOfStep = (uses: ReadonlyMap<string, StepTerms>, id: string): StepTerms => uses.get(id) ?? NONE;

function spansOfBlock(block: Block): Span[] {
  if (block.kind === 'code') return [];
  return block.kind === 'list' ? block.items.flatMap(spansOf) : spansOf(block.text);
}

const usesIn = (span: Span) => cut(span).flatMap(({ term }) => term ?? []);

/** The spans with the terms of `left` cut out as spans of their own, each once; what was found is taken from `left`. */
export function withTerms(spans: readonly Span[], left: Set<string>): Span[] {
  return spans.flatMap((span) => {
    const pieces: Span[] = [];
    for (const { term, ...piece } of cut(span)) {
      const isLinked = term !== undefined && left.delete(term);
      const last = pieces.at(-1);
      if (isLinked) pieces.push({ ...piece, term });
      else if (last && last.term === undefined) last.text += piece.text;
      else pieces.push(piece);
    }
    return pieces;
  });
}

/** A span in pieces, each naming a term or none. Code names one as a whole: `EHLO` does, `EHLO me.example` doesn't. */
function cut(span: Span): Span[] {
  if (span.kind === 'code') {
    const term =
      termsIn(span.text.replace(/:$/, '')).length === 1 ? termCalled(span.text.replace(/:$/, ''))?.id : undefined;
    return [term === undefined ? span : { ...span, term }];
  }
  const pieces: Span[] = [];
  let from = 0;
  for (const use of termsIn(span.text)) {
    if (use.from > from) pieces.push({ ...span, text: span.text.slice(from, use.from) });
    pieces.push({ ...span, text: span.text.slice(use.from, use.to), term: use.id });
    from = use.to;
  }
  if (from < span.text.length) pieces.push({ ...span, text: span.text.slice(from) });
  return pieces;
}
