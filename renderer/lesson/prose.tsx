// An author's words on screen. Counterpart: markdown.ts reads them. Rule: only elements, never HTML from a file.

import { Fragment } from 'react';

import { assertNever } from '../../contract/assert-never.ts';
import { type Block, blocksOf, type Span, spansOf } from './markdown.ts';

export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      {blocksOf(text).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

/** One sentence of the author's, inside another element. */
export function Words({ text }: { text: string }) {
  return spansOf(text).map((span, at) => <Fragment key={at}>{spanView(span)}</Fragment>);
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Words text={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    default:
      return assertNever(block);
  }
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
      return <code>{text}</code>;
    default:
      return assertNever(kind);
  }
}
