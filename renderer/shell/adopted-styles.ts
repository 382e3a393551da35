// Lets xterm write its styles under a policy that allows none inline: where it asks for a `style` element it gets one that
// does nothing but hand its text to a constructed style sheet, which a page's own script may adopt. Counterpart:
// site/security-headers.ts and electron/app-protocol.ts, which stay as strict as they are. Rule: only while `make` runs.

/** Runs `make`; the styles that it makes are adopted by the document until their elements are removed. */
export function withAdoptedStyles<T>(page: Document, make: () => T): T {
  const create = page.createElement.bind(page);
  // An empty `style` in the page would be a violation already, hence another element.
  const own = (name: string, options?: ElementCreationOptions): HTMLElement =>
    name === 'style' ? adopted(page, create('template')) : create(name, options);
  Object.defineProperty(page, 'createElement', { value: own, configurable: true, writable: true });
  try {
    return make();
  } finally {
    // The prototype's own shows through again.
    Reflect.deleteProperty(page, 'createElement');
  }
}

function adopted(page: Document, element: HTMLElement): HTMLElement {
  const sheet = new CSSStyleSheet();
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  Object.defineProperty(element, 'textContent', {
    set: (text: string) => {
      sheet.replaceSync(text);
    },
  });
  Object.defineProperty(element, 'remove', {
    value: () => {
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== sheet);
      Element.prototype.remove.call(element);
    },
  });
  return element;
}
