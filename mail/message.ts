// A message that several readers take apart, each as far as it needs: octets, text, header, body, MIME parts.
// Counterpart: fields.ts and mime.ts do the reading. Rule: nothing is read before somebody asks, and then once, so that
// twenty policies cost no more than one, and those that go by the header alone never touch the body.

import { type ByteString, toByteString } from './bytes.ts';
import { type Field, fieldsNamed, headerLength, type SplitMessage, splitMessage } from './fields.ts';
import { type MimePart, walkMime } from './mime.ts';

export class Message {
  readonly octets: Uint8Array;
  #bodyAt: number | undefined;
  #header: SplitMessage | undefined;
  #text: ByteString | undefined;
  #mime: MimePart | undefined;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  /** Octets of the header with its separator. */
  get bodyAt(): number {
    return (this.#bodyAt ??= headerLength(this.octets));
  }

  get fields(): readonly Field[] {
    this.#header ??= splitMessage(toByteString(this.octets.subarray(0, this.bodyAt)));
    return this.#header.fields;
  }

  /** All of a name, in their order. */
  fieldsNamed(name: string): Field[] {
    return fieldsNamed(this.fields, name);
  }

  get text(): ByteString {
    return (this.#text ??= toByteString(this.octets));
  }

  get body(): ByteString {
    return this.text.slice(this.bodyAt);
  }

  get mime(): MimePart {
    return (this.#mime ??= walkMime(this.text));
  }
}
