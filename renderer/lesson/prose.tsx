// An author's words on screen. Counterpart: markdown.ts reads them, linked-terms.ts finds the terms to link. Rule: only
// elements, never HTML from a file.

import { Fragment } from 'react';

import { assertNever } from '../../contract/assert-never.ts';
import { withTerms } from './linked-terms.ts';
import { type Block, blocksOf, type Span, spansOf } from './markdown.ts';
import { TermLink } from './term-link.tsx';

const NO_TERMS: ReadonlySet<string> = new Set();

/** `terms`: those of the glossary that are linked in it, each where it comes first. */
export function Prose({ text, terms = NO_TERMS }: { text: string; terms?: ReadonlySet<string> }) {
  const left = new Set(terms);
  return <div className="prose">{blocksOf(text).map((block, at) => blockView(block, at, left))}</div>;
}

/** One sentence of the author's, inside another element. */
export function Words({ text, terms = NO_TERMS }: { text: string; terms?: ReadonlySet<string> }) {
  return spansView(text, new Set(terms));
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
  return withTerms(spansOf(text), left).map((span, at) => (
    <Fragment key={at}>
      {span.term === undefined ? spanView(span) : <TermLink id={span.term}>{spanView(span)}</TermLink>}
    </Fragment>
  ));
}

/** A line goes on between two words, not behind the hyphens of an option. */
function wholeWords(code: string) {
  return code.split(/(?<= )/).map((word, at) => (
    <span key={at} className="code-word">
      {word}
    </span>
  ));
}

function spanView({ kind, text }: Span) {
  switch (kind) {
    case 'text':
      return text;
    case 'strong':
      return <strong>{text}</strong>;
    case 'em':
      return <em>{text}</em>;
    case 'code':
      return <code>{wholeWords(text)}</code>;
    default:
      return assertNever(kind);
  }
}
