// An author's words on screen. Counterpart: markdown.ts reads them, linked-terms.ts finds the terms to link. Rule: only
// elements, never HTML from a file; words in another language than the app's say so, for whoever has them read aloud.

import { createContext, Fragment, useContext } from 'react';

import { assertNever } from '../../contract/assert-never.ts';
import { CopyButton } from '../doors/copyable.tsx';
import { spokenLanguage } from '../text/language.ts';
import { withTerms } from './linked-terms.ts';
import { type Block, blocksOf, type Span, spansOf } from './markdown.ts';
import { TermLink } from './term-link.tsx';

/** Characters that a narrow column shows on one line. */
const SHORT_CODE = 40;

const TAIL = /^[.,;:)]+/;

const NO_TERMS: ReadonlySet<string> = new Set();

/** The language of the lesson that is shown. */
export const AuthorsLanguage = createContext<string | undefined>(undefined);

/** What `lang` has to say of an author's words; nothing where the app speaks their language. */
export function useForeign(): string | undefined {
  const language = useContext(AuthorsLanguage);
  return language === spokenLanguage() ? undefined : language;
}

/** `terms`: those of the glossary that are linked in it, each where it comes first. */
export function Prose({ text, terms = NO_TERMS }: { text: string; terms?: ReadonlySet<string> }) {
  const left = new Set(terms);
  const foreign = useForeign();
  return (
    <div className="prose" lang={foreign}>
      {blocksOf(text).map((block, at) => blockView(block, at, left))}
    </div>
  );
}

/** One sentence of the author's, inside another element. */
export function Words({ text, terms = NO_TERMS }: { text: string; terms?: ReadonlySet<string> }) {
  const foreign = useForeign();
  const words = spansView(text, new Set(terms));
  return foreign === undefined ? words : <span lang={foreign}>{words}</span>;
}

function blockView(block: Block, key: number, left: Set<string>) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={key} className="has-terms">
          {spansView(block.text, left)}
        </p>
      );
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at} className="has-terms">
          {spansView(item, left)}
        </li>
      ));
      return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
    default:
      return assertNever(block);
  }
}

function spansView(text: string, left: Set<string>) {
  return withTails(withTerms(spansOf(text), left)).map((span, at) => (
    <Fragment key={at}>
      {span.term === undefined ? spanView(span) : <TermLink id={span.term}>{spanView(span)}</TermLink>}
    </Fragment>
  ));
}

/** `tail`: what ends a sentence stays at its last word, also where that is code. */
type TailedSpan = Span & { tail?: string };

/** Behind a command that stands by itself a full stop would stand alone, so it goes. */
function withTails(spans: readonly Span[]): TailedSpan[] {
  const isCode = (span: Span | undefined) => span?.kind === 'code' && span.term === undefined;
  return spans.map((span, at) => {
    const [before, next] = [spans[at - 1], spans[at + 1]];
    if (isCode(before) && span.kind === 'text') return { ...span, text: span.text.replace(TAIL, '') };
    const [tail = ''] = (isCode(span) && next?.kind === 'text' && TAIL.exec(next.text)) || [];
    return { ...span, tail };
  });
}

/** A line goes on between two words, not behind the hyphens of an option. */
function wholeWords(code: string, tail = '') {
  return code.split(/(?<= )/).map((word, at, words) => (
    <span key={at} className="code-word">
      {word}
      {tail !== '' && at === words.length - 1 && <span className="code-tail">{tail}</span>}
    </span>
  ));
}

/** A whole command stands by itself, and can be taken along. */
function LongCode({ text }: { text: string }) {
  return (
    <span className="long-code">
      <code>{wholeWords(text)}</code>
      <CopyButton text={text} className="link-button long-code__copy" />
    </span>
  );
}

function spanView({ kind, text, tail }: TailedSpan) {
  switch (kind) {
    case 'text':
      return text;
    case 'strong':
      return <strong>{text}</strong>;
    case 'em':
      return <em>{text}</em>;
    case 'code':
      return text.length > SHORT_CODE ? <LongCode text={text} /> : <code>{wholeWords(text, tail)}</code>;
    default:
      return assertNever(kind);
  }
}
