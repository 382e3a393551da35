// Letters as conversations. Counterpart: renderer/inbox lists them so. Rule: RFC 5256 section 3, the REFERENCES
// algorithm: first by what letters say they follow, then by their subjects; every letter stands in the result exactly
// once, whatever they say of each other.

import { baseSubject } from './base-subject.ts';

/** What is read of a letter. */
export interface Threadable {
  /** Decoded. */
  subject: string;
  date_ms?: number | undefined;
  messageId?: string | undefined;
  /** The oldest first (message-ids.ts `referencesOf`). */
  references: readonly string[];
}

export interface Thread<T> {
  /** Undefined where answers are here and what they answer isn't. */
  letter: T | undefined;
  replies: Thread<T>[];
}

interface Node<T> {
  letter: T | undefined;
  parent: Node<T> | undefined;
  children: Set<Node<T>>;
}

/** The conversations, by the date of the first letter of each; answers by their own dates. */
export function threadsOf<T extends Threadable>(letters: readonly T[]): Thread<T>[] {
  const roots = linked(letters).flatMap(withoutHollow);
  const threads = roots.map(toThread);
  for (const thread of threads) sortReplies(thread);
  const joined = bySubject(threads.toSorted(byDate));
  for (const thread of joined) sortReplies(thread);
  return joined.toSorted(byDate);
}

/** Steps 1 and 2: everybody below the last letter that they say they follow, as far as no circle comes of it. */
function linked<T extends Threadable>(letters: readonly T[]): Node<T>[] {
  const known = new Map<string, Node<T>>();
  const all: Node<T>[] = [];
  const nodeOf = (id: string): Node<T> => {
    const node = known.get(id) ?? makeNode<T>(undefined);
    if (!known.has(id)) all.push(node);
    known.set(id, node);
    return node;
  };
  for (const letter of letters) {
    let parent: Node<T> | undefined;
    for (const id of letter.references) {
      const node = nodeOf(id);
      if (parent && !node.parent && !isAbove(node, parent)) adopt(parent, node);
      parent = node;
    }
    const own = ownNode(letter, nodeOf, all);
    // Its own word about its parent counts more than what others said of it.
    if (parent && !isAbove(own, parent)) {
      own.parent?.children.delete(own);
      adopt(parent, own);
    }
  }
  return all.filter((node) => !node.parent);
}

/** A letter without an id, or with one that another has already, gets a place that nobody can refer to. */
function ownNode<T extends Threadable>(letter: T, nodeOf: (id: string) => Node<T>, all: Node<T>[]): Node<T> {
  const named = letter.messageId === undefined ? undefined : nodeOf(letter.messageId);
  if (named && named.letter === undefined) {
    named.letter = letter;
    return named;
  }
  const nameless = makeNode(letter);
  all.push(nameless);
  return nameless;
}

const makeNode = <T>(letter: T | undefined): Node<T> => ({ letter, parent: undefined, children: new Set() });

function adopt<T>(parent: Node<T>, child: Node<T>): void {
  child.parent = parent;
  parent.children.add(child);
}

/** Whether `node` is `below` or one of those that it stands under. */
function isAbove<T>(node: Node<T>, below: Node<T>): boolean {
  for (let at: Node<T> | undefined = below; at; at = at.parent) if (at === node) return true;
  return false;
}

/**
 * Step 3: places without a letter go; their answers move up. At the top one stays where it holds several together.
 * With a stack of its own: a chain of references is as long as its writer likes.
 */
function withoutHollow<T>(root: Node<T>): Node<T>[] {
  const order: Node<T>[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node);
    stack.push(...node.children);
  }
  for (const node of order.toReversed()) {
    if (node.letter !== undefined || !node.parent) continue;
    node.parent.children.delete(node);
    for (const child of node.children) adopt(node.parent, child);
  }
  if (root.letter !== undefined || root.children.size > 1) return [root];
  return [...root.children];
}

function toThread<T>(root: Node<T>): Thread<T> {
  const top: Thread<T> = { letter: root.letter, replies: [] };
  const stack: [Node<T>, Thread<T>][] = [[root, top]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, thread] = next;
    for (const child of node.children) {
      const reply: Thread<T> = { letter: child.letter, replies: [] };
      thread.replies.push(reply);
      stack.push([child, reply]);
    }
  }
  return top;
}

/** Steps 4 and 6: by the date of the letter; a place without one has its first answer's. */
function sortReplies<T extends Threadable>(top: Thread<T>): void {
  const stack = [top];
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    thread.replies.sort(byDate);
    stack.push(...thread.replies);
  }
}

const byDate = <T extends Threadable>(one: Thread<T>, other: Thread<T>): number => dateOf(one) - dateOf(other);

function dateOf<T extends Threadable>({ letter, replies }: Thread<T>): number {
  return (letter ?? replies[0]?.letter)?.date_ms ?? 0;
}

/** Step 5: conversations about the same thing are one, where it isn't certain that they are two. */
function bySubject<T extends Threadable>(threads: readonly Thread<T>[]): Thread<T>[] {
  const table = new Map<string, Thread<T>>();
  for (const thread of threads) {
    const { base, isReply } = subjectOf(thread);
    if (base === '') continue;
    const known = table.get(base);
    // A place without a letter holds most; then comes a letter that answers nothing.
    const isBetter =
      !known || (thread.letter === undefined && known.letter !== undefined) || (subjectOf(known).isReply && !isReply);
    if (isBetter) table.set(base, thread);
  }
  const gone = new Set<Thread<T>>();
  const made = new Map<Thread<T>, Thread<T>>();
  for (const thread of threads) {
    const { base, isReply } = subjectOf(thread);
    const first = base === '' ? undefined : table.get(base);
    if (!first || first === thread) continue;
    gone.add(thread);
    const joining = thread.letter === undefined ? thread.replies : [thread];
    if (first.letter === undefined || (isReply && !subjectOf(first).isReply)) first.replies.push(...joining);
    else {
      // Two that nobody knows the order of: beside each other, under a place without a letter.
      const held: Thread<T> = { letter: undefined, replies: [first, ...joining] };
      table.set(base, held);
      made.set(first, held);
    }
  }
  return threads.filter((thread) => !gone.has(thread)).map((thread) => made.get(thread) ?? thread);
}

/** Of the letter, or of the first answer where there is none. */
function subjectOf<T extends Threadable>({ letter, replies }: Thread<T>): { base: string; isReply: boolean } {
  return baseSubject((letter ?? replies[0]?.letter)?.subject ?? '');
}
