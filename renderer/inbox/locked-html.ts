// HTML of a letter, built anew from what is harmless. Counterpart: locked-frame.tsx puts it into a frame without scripts,
// network or origin. Rule: elements and attributes are allowed by name, everything else is left out and counted; a link
// keeps its words and shows where it leads, a picture shows where it would have been fetched from.

export interface LockedHtml {
  /** A whole document, with a policy of its own. */
  document: string;
  /** What was left out, by kind. */
  left: Partial<Record<'script' | 'picture' | 'form' | 'frame' | 'style', number>>;
  /** Hosts that would have been asked for something, each once. */
  hosts: string[];
}

const KEPT = new Set(
  (
    'a abbr address article aside b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark ol p pre q s samp section small ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var'
  ).split(' '),
);
/** Left out with everything in them. */
const DROPPED: Readonly<Record<string, keyof LockedHtml['left']>> = {
  script: 'script',
  noscript: 'script',
  link: 'style',
  iframe: 'frame',
  frame: 'frame',
  object: 'frame',
  embed: 'frame',
  input: 'form',
  button: 'form',
  select: 'form',
  textarea: 'form',
};
const ATTRIBUTES = new Set(
  'align valign width height colspan rowspan border cellpadding cellspacing bgcolor color face size dir lang start type'.split(
    ' ',
  ),
);
const PICTURES = ['img', 'picture', 'video', 'audio', 'source', 'svg'];

/** A character that nobody writes: with it in its name, an attribute is nobody's handler, and nobody's style. */
const BREAK = '\ue000';
/** Style sheets as text: they are left out in any case. */
const STYLE_SHEET = /<style\b[\s\S]*?(?:<\/style\s*>|$)/gi;
/** The browser looks at handlers and styles while it reads, and complains of them under this page's policy. */
const withoutHandlers = (html: string): string =>
  html
    .replaceAll(BREAK, '')
    .replaceAll(STYLE_SHEET, '')
    .replaceAll(/\b(on|style)(?=[a-z]*\s*=)/gi, `$1${BREAK}`);
const restored = (text: string): string => text.replaceAll(BREAK, '');

/** `words`: how a picture that isn't fetched is called. */
export function lockedHtml(html: string, words: { picture: (host: string) => string }): LockedHtml {
  // A document that nobody shows: scripts don't run in it and nothing is fetched.
  const written = new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
  const built = document.implementation.createHTMLDocument('');
  const sheets = html.match(STYLE_SHEET)?.length ?? 0;
  const left: LockedHtml['left'] = sheets === 0 ? {} : { style: sheets };
  const hosts = new Set<string>();
  const count = (kind: keyof LockedHtml['left']) => (left[kind] = (left[kind] ?? 0) + 1);
  const noteHost = (address: string | null) => {
    const host = hostOf(address);
    if (host !== '') hosts.add(host);
    return host;
  };

  const copy = (from: Node, to: Node): void => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) to.appendChild(built.createTextNode(restored(node.textContent ?? '')));
      if (node instanceof Element) copyElement(node, to);
    }
  };
  const copyElement = (element: Element, to: Node): void => {
    const name = element.localName;
    for (const { name: attribute } of element.attributes) if (attribute.startsWith(`on${BREAK}`)) count('script');
    const dropped = Object.hasOwn(DROPPED, name) ? DROPPED[name] : undefined;
    if (dropped !== undefined) {
      count(dropped);
      noteHost(element.getAttribute('src') ?? element.getAttribute('href'));
      return;
    }
    if (PICTURES.includes(name)) {
      count('picture');
      const host = noteHost(element.getAttribute('src'));
      const box = built.createElement('small');
      box.textContent = `[${[restored(element.getAttribute('alt') ?? ''), words.picture(host)].filter(Boolean).join(': ')}]`;
      to.appendChild(box);
      return;
    }
    if (name === 'form') count('form');
    if (!KEPT.has(name)) {
      copy(element, to);
      return;
    }
    const made = built.createElement(name === 'a' ? 'u' : name);
    for (const { name: attribute, value } of element.attributes) {
      if (ATTRIBUTES.has(attribute)) made.setAttribute(attribute, value);
    }
    copy(element, made);
    to.appendChild(made);
    const target = element.hasAttribute('href') ? restored(element.getAttribute('href') ?? '') : null;
    if (name === 'a' && target !== null && target !== made.textContent) {
      const shown = built.createElement('code');
      shown.textContent = ` [${target.trim().slice(0, 500)}] `;
      to.appendChild(shown);
    }
  };
  copy(written.body, built.body);
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  const page = `<!doctype html><html><head><meta charset="utf-8">${policy}</head>`;
  const body = `<body bgcolor="#ffffff" text="#1d1f23"><font face="system-ui, sans-serif">${built.body.innerHTML}</font></body></html>`;
  return { document: page + body, left, hosts: [...hosts].toSorted() };
}

/** The words of an HTML letter alone. */
export function wordsOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
  for (const hidden of body.querySelectorAll('script, style, noscript')) hidden.remove();
  for (const line of body.querySelectorAll('br, p, div, tr, li, h1, h2, h3, h4')) line.append('\n');
  return restored(body.textContent ?? '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\s*\n\s*\n\s*/g, '\n\n')
    .trim();
}

function hostOf(address: string | null): string {
  try {
    return new URL(address ?? '').host;
  } catch {
    return '';
  }
}
