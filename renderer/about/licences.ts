// The licences of everything in the build, our own first. Counterpart: scripts/papers.ts writes the module beside the page.
// Rule: read when somebody asks for it, from the page's own folder; it is known only after the page has been built, so it is
// no part of any bundle.

export interface Licence {
  name: string;
  version: string;
  /** As SPDX says it. */
  licence: string;
  /** The terms, as their author wrote them. */
  text: string;
}

export async function readLicences(): Promise<readonly Licence[]> {
  const address = new URL('licences.js', document.baseURI).href;
  const { licences } = (await import(/* @vite-ignore */ address)) as { licences: readonly Licence[] };
  return licences;
}
