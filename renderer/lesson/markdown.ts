// The Markdown that lessons use, read into plain data: paragraphs, lists, fenced blocks; **bold**, *em* and `code`
// inside. Counterpart: prose.tsx draws it. Rule: never throws; what isn't one of these stays the text that it is.

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

export interface Span {
  kind: 'text' | 'strong' | 'em' | 'code';
  text: string;
  /** The term of the glossary that it names here for the first time. */
  term?: string;
}

const FENCE = /^\s*```/;
const ITEM = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (FENCE.test(line)) {
      const end = lines.findIndex((one, index) => index > at && FENCE.test(one));
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last;
      continue;
    }
    addLine(blocks, line, (lines[at - 1] ?? '').trim() !== '');
  }
  return blocks;
}

/** A line begins an item or a paragraph, or goes on with what the line above it was. */
function addLine(blocks: Block[], line: string, isGoingOn: boolean): void {
  const last = blocks.at(-1);
  const item = ITEM.exec(line);
  if (item) {
    const ordered = item[1] !== undefined;
    const text = item[2] ?? '';
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(text);
    else blocks.push({ kind: 'list', ordered, items: [text] });
    return;
  }
  const text = line.trim();
  if (isGoingOn && last?.kind === 'paragraph') last.text += ` ${text}`;
  else if (isGoingOn && last?.kind === 'list') last.items.push(`${last.items.pop() ?? ''} ${text}`);
  else blocks.push({ kind: 'paragraph', text });
}

// Code first: what stands in it is never read as anything else. An asterisk with a space inside is a plain asterisk.
const SPAN = /`([^`]+)`|\*\*(\S(?:[^*]*\S)?)\*\*|\*(\S(?:[^*]*\S)?)\*/g;

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, code, strong, em] = match;
    if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (strong === undefined) spans.push({ kind: 'em', text: em ?? '' });
    else spans.push({ kind: 'strong', text: strong });
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}
