// Files packed on their way to a hall full of phones, all of which load the same dozen at the same minute. Counterpart:
// http-site.ts serves them plain, which is quicker on one and the same machine. Rule: packed when first wanted, once; who doesn't
// take it that way gets the file as it is.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import { serveFile } from './http-site.ts';
import type { StaticFile, StaticFiles } from './static-files.ts';

const gzip = promisify(zlib.gzip);
/** Fonts and pictures are packed in their own way already. */
const IS_TEXT = /^(text\/|application\/json|image\/svg)/;

export class PackedFiles {
  readonly #files: StaticFiles;
  readonly #packed = new Map<StaticFile, Promise<Buffer>>();

  constructor(files: StaticFiles) {
    this.#files = files;
  }

  /** Answers a request that `refusePage` let through. */
  async serve(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>): Promise<void> {
    const file = this.#files.get(request.url ?? '');
    if (!file || !IS_TEXT.test(file.type) || !takesGzip(request)) {
      return serveFile(request, response, this.#files, headers);
    }
    const content = await this.#pack(file);
    response.writeHead(200, {
      ...headers,
      'Content-Type': file.type,
      'Content-Encoding': 'gzip',
      'Content-Length': content.length,
      Vary: 'Accept-Encoding',
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  #pack(file: StaticFile): Promise<Buffer> {
    const packing = this.#packed.get(file) ?? gzip(file.content);
    this.#packed.set(file, packing);
    return packing;
  }
}

/** Listed, and not with a quality of nothing (RFC 9110 section 12.5.3). */
function takesGzip({ headers }: IncomingMessage): boolean {
  const codings = String(headers['accept-encoding'] ?? '').split(',');
  return codings.some((coding) => /^\s*gzip\s*(;|$)/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding));
}
