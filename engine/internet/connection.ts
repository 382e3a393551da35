// One connection of the lab: its two ends by virtual address, what it carries, what was said on it.
// Counterpart: tapped-socket.ts feeds it; internet.ts makes it. Rule: the bytes are recorded once,
// exactly as the programs said them; `conn.closed` comes when both ends are done.

import type { EndPoint, EventData } from '../../contract/events.ts';
import type { FaultDeed } from '../../contract/faults.ts';
import type { BytesRef, ConnId, FieldId, MessageId, QueueId, Seq, Side } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Frame } from '../../mail/framing.ts';
import type { Capture } from '../capture.ts';
import { INTERNET_LIMITS, LOG_LIMITS } from '../limits.ts';
import type { Scope } from '../scope.ts';
import type { Work } from '../work.ts';
import type { Disturbance } from './disturbance.ts';
import type { TappedSocket } from './tapped-socket.ts';
import type { Unit } from './unit.ts';

/** The letter that a connection is carrying now, and the queue entry that it comes from. */
export interface Carried {
  message: MessageId;
  /** Where it comes from; absent for a letter from outside. */
  parent?: { host: string; queueId: QueueId };
  /** True when the parent entry has recipients that this transaction doesn't name. */
  partial?: boolean;
  /** A content filter wants it kept back by the server that it brings it to. */
  hold?: true;
  /** The header on the wire, when it isn't the one that lies in the queue. */
  fields?: readonly { id: FieldId; raw: string }[];
}

/** Why a host dials. */
export interface Dialling {
  purpose: string;
  cause?: Seq;
  /** The first letter that it is for. */
  carried?: Carried;
  /** A person types the client's lines: nobody knows what comes next, or when. */
  person?: true;
}

export interface ConnectionParts {
  id: ConnId;
  client: EndPoint;
  server: EndPoint;
  protocol: Protocol | 'raw';
  /** An outside program speaks as the client. */
  door: boolean;
  /** Writer of events about the lab; the connection narrows it. */
  scope: Scope;
  capture: Capture;
  /** Seq of the log's last event, for inputs. */
  lastSeq: () => Seq;
}

type Flight = EventData['wire.ciphertext']['flights'][number];

export class Connection {
  readonly id: ConnId;
  readonly client: EndPoint;
  readonly server: EndPoint;
  readonly protocol: Protocol | 'raw';
  readonly door: boolean;
  /** What the client says is up to a person: through a door, or in a shell of the lab. */
  readonly byPerson: boolean;
  readonly opened: Seq;
  /** What a person typed last in a shell: the cause of the client's next line. */
  typed: Seq | undefined;
  carried: Carried | undefined;
  /** The letter that it carried before, where it carries none now. */
  carriedLast: MessageId | undefined;
  /** What comes in is the record of an earlier session, in plaintext also where TLS was spoken. */
  replayed = false;
  /** Its server takes a bare LF in message data for a line end (`DataReader`). */
  endsAtBareLf = false;
  /** Ends when the connection does; absent where a person speaks, whom nobody waits for. */
  work: Work | undefined;
  /** What faults do to it; absent where there are none. */
  faults: Disturbance | undefined;
  /** Where its octets come in: below TLS. Absent until they do. */
  line: TappedSocket | undefined;
  /** Where its lines are read: above TLS, once that is there. */
  top: TappedSocket | undefined;
  readonly closed: Promise<void>;
  #settleClosed: () => void = () => undefined;
  #done = false;
  readonly #parts: ConnectionParts;
  readonly #octets = { client: 0, server: 0 };
  #flights: Flight[] = [];
  #keys: string[] = [];
  #firstToEnd: Side | undefined;
  #isCut = false;
  #writers: { client: Scope; server: Scope; carried: Carried | undefined } | undefined;
  /** Latest event on the connection: the cause of what a server does next. */
  last: Seq;

  constructor(parts: ConnectionParts, why?: Dialling) {
    this.#parts = parts;
    this.carried = why?.carried;
    this.id = parts.id;
    this.client = parts.client;
    this.server = parts.server;
    this.protocol = parts.protocol;
    this.door = parts.door;
    this.byPerson = parts.door || why?.person === true;
    this.closed = new Promise((resolve) => (this.#settleClosed = resolve));
    let cause = why?.cause;
    if (parts.door) {
      const door = { as: parts.client.host, host: parts.server.host, port: parts.server.port };
      cause = this.speaker('client').emit('input.opened', { after: parts.lastSeq(), door });
    }
    this.opened = this.last = this.speaker('client').emit(
      'conn.opened',
      {
        client: parts.client,
        server: parts.server,
        protocol: parts.protocol,
        door: parts.door,
        ...(why === undefined ? {} : { purpose: why.purpose }),
      },
      cause,
    );
  }

  /** A writer for what this end does or says. */
  speaker(side: Side): Scope {
    if (!this.#writers || this.#writers.carried !== this.carried) {
      const more = {
        conn: this.id,
        ...(this.carried === undefined ? {} : { message: this.carried.message }),
      };
      this.#writers = {
        client: this.#parts.scope.about({ ...more, host: this.client.host }),
        server: this.#parts.scope.about({ ...more, host: this.server.host }),
        carried: this.carried,
      };
    }
    return this.#writers[side];
  }

  /** Writes down one unit as it goes on to the other end; `input` is what it came of, where that is known already. */
  record(from: Side, frame: Frame, tls: boolean, input?: Seq): void {
    this.#octets[from] += frame.bytes.length;
    const secret = frame.secret === undefined ? {} : { secret: frame.secret };
    const { bytes, ref } = this.#kept(frame);
    const cause = input ?? this.#inputBehind(from, bytes, ref);
    const writer = this.speaker(from);
    this.last =
      ref === undefined
        ? writer.emit('wire.line', { from, bytes, tls, ...secret }, cause)
        : writer.emit('wire.bulk', { from, kind: bulkKind(frame), ref, tls, ...secret }, cause);
  }

  /** Writes down one unit that a fault keeps from the other end; the input that it came of, if a person said it. */
  lose({ from, frame }: Unit, rule: string, deed: FaultDeed): Seq | undefined {
    const secret = frame.secret === undefined ? {} : { secret: frame.secret };
    const { bytes, ref } = this.#kept(frame);
    const input = this.#inputBehind(from, bytes, ref);
    const said = ref === undefined ? { bytes } : { ref };
    this.speaker(from).emit('fault.struck', { rule, deed, from, ...said, ...secret }, input);
    return input;
  }

  /** What a person said, before other octets go on in its place. */
  noteInput(from: Side, bytes: Uint8Array): Seq | undefined {
    const kept = this.#kept({ kind: 'line', bytes });
    return this.#inputBehind(from, kept.bytes, kept.ref);
  }

  /** Writes down ciphertext; told in one event when the connection closes. */
  recordCiphertext(from: Side, bytes: Uint8Array): void {
    const ref = this.#parts.capture.add(bytes);
    this.#flights.push({ from, ref });
    if (this.#flights.length >= INTERNET_LIMITS.flightsPerEvent) this.#tellFlights();
  }

  recordKey(line: string): void {
    this.#keys.push(line);
  }

  ended(by: Side): void {
    this.#firstToEnd ??= by;
  }

  /** The network closed it: to the server it looks as if the client had. */
  cut(): void {
    this.#firstToEnd ??= 'client';
    this.#isCut = true;
  }

  /** The socket is gone. Told once. */
  finish(reset: boolean): void {
    if (this.#done) return;
    this.#done = true;
    this.faults?.dispose();
    this.carried = undefined;
    if (this.#keys.length > 0) this.speaker('server').emit('tls.keys', { lines: this.#keys });
    this.#tellFlights();
    const writer = this.speaker(this.#firstToEnd ?? 'client');
    const cause = this.door && this.#firstToEnd === 'client' && !this.#isCut ? this.#noteInputEnd() : undefined;
    writer.emit(
      'conn.closed',
      {
        by: reset ? 'reset' : (this.#firstToEnd ?? 'reset'),
        fromClient: this.#octets.client,
        fromServer: this.#octets.server,
      },
      cause,
    );
    this.#settleClosed();
    this.work?.dispose();
    this.work = undefined;
  }

  /** Nothing has been said yet: the banner is still to come. */
  get isSilent(): boolean {
    return this.#octets.client + this.#octets.server === 0;
  }

  get isDone(): boolean {
    return this.#done;
  }

  /** As text in the event itself, or where it lies in the capture. */
  #kept(frame: Frame): { bytes: string; ref: BytesRef | undefined } {
    const inline = frame.kind === 'line' && frame.bytes.length <= LOG_LIMITS.inlineOctets;
    return inline
      ? { bytes: frame.text ?? toByteString(frame.bytes), ref: undefined }
      : { bytes: '', ref: this.#parts.capture.add(frame.bytes) };
  }

  #inputBehind(from: Side, bytes: string, ref: BytesRef | undefined): Seq | undefined {
    if (from === 'server') return undefined;
    return this.door ? this.#noteInput(bytes, ref) : this.typed;
  }

  #noteInput(bytes: string, ref: BytesRef | undefined): Seq {
    const after = this.#parts.lastSeq();
    return this.speaker('client').emit('input.bytes', ref === undefined ? { after, bytes } : { after, ref });
  }

  #noteInputEnd(): Seq {
    return this.speaker('client').emit('input.closed', { after: this.#parts.lastSeq() });
  }

  #tellFlights(): void {
    if (this.#flights.length === 0) return;
    this.speaker('server').emit('wire.ciphertext', { flights: this.#flights });
    this.#flights = [];
  }
}

function bulkKind(frame: Frame): EventData['wire.bulk']['kind'] {
  return frame.kind === 'line' ? 'line' : (frame.bulk ?? 'raw');
}
