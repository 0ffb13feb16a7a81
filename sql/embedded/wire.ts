// Cuts a client's bytes into PostgreSQL protocol messages and gathers them into series that run as one.

/** What a client sent, ready to run: a series ends with Sync, a simple query, or a Flush in between. */
export interface Series {
  readonly bytes: Buffer;
  /** False after a Flush: more of the same series follows, no other client may come between. */
  readonly isWhole: boolean;
}

export interface WireHandler {
  /** The client has sent its start-up packet, with the settings of its session, and waits for the greeting. */
  startup(settings: ReadonlyMap<string, string>): void;
  /** A byte to be answered at once (no encryption is offered on a local socket). */
  reply(bytes: Buffer): void;
  series(series: Series): void;
  end(): void;
}

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
const FRONTEND_TYPES = new Set(Buffer.from("BCDEFHPQSXcdfp"));
const QUERY = 0x51;
const PARSE = 0x50;
const SYNC = 0x53;
const FLUSH = 0x48;
const FUNCTION_CALL = 0x46;
const TERMINATE = 0x58;
const MAX_MESSAGE_BYTES = 2 ** 30;

/** One frontend message: type, length, body. */
export function frontendMessage(type: string, body: Buffer | string): Buffer {
  const payload = Buffer.from(body);
  const out = Buffer.alloc(5 + payload.length);
  out.write(type, 0, "latin1");
  out.writeInt32BE(4 + payload.length, 1);
  payload.copy(out, 5);
  return out;
}

/** `copy … from stdin` would read on into a socket that is not there and end the backend: it becomes an error that says so. */
const COPY_FROM_STDIN = /(?:^|;)\s*copy\s[^;]*\sfrom\s+stdin\b/i;
const REFUSED_COPY =
  "do $$ begin raise feature_not_supported using message = 'copy from stdin does not work in the embedded database: " +
  "use insert … select from unnest(…)'; end $$";

function withoutCopy(message: Buffer): Buffer {
  const type = message[0]!;
  if (type !== QUERY && type !== PARSE) return message;
  const nameEnd = type === PARSE ? message.indexOf(0, 5) + 1 : 5;
  const sql = message.toString("utf8", nameEnd, message.indexOf(0, nameEnd));
  if (!COPY_FROM_STDIN.test(sql)) return message;
  if (type === QUERY) return frontendMessage("Q", `${REFUSED_COPY}\0`);
  return frontendMessage(
    "P",
    Buffer.concat([message.subarray(5, nameEnd), Buffer.from(`${REFUSED_COPY}\0\0\0`)]),
  );
}

/** Returns a function that takes a client's bytes as they come; throws on bytes that are not the protocol. */
export function wireReader(handler: WireHandler): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = 8;
  let isStarted = false;
  let series: Buffer[] = [];

  const take = (length: number): Buffer => {
    const all = chunks[0]!;
    chunks = [all.subarray(length)];
    size -= length;
    wanted = isStarted ? 5 : 8;
    return all.subarray(0, length);
  };

  const startup = (head: Buffer): boolean => {
    const length = head.readInt32BE(0);
    if (length < 8 || length > 10_000)
      throw new Error(`start-up packet of ${length} bytes: not the PostgreSQL protocol`);
    wanted = length;
    if (size < length) return false;
    const packet = take(length);
    const code = packet.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) handler.reply(Buffer.from("N"));
    else if (code === CANCEL_REQUEST) handler.end();
    else if (code >> 16 === 3) {
      isStarted = true;
      wanted = 5;
      const words = packet.toString("utf8", 8).split("\0");
      const settings = new Map<string, string>();
      for (let at = 0; words[at]; at += 2) settings.set(words[at]!, words[at + 1] ?? "");
      handler.startup(settings);
    } else throw new Error(`protocol version ${code >> 16}: only 3 is spoken`);
    return true;
  };

  const message = (head: Buffer): boolean => {
    const length = head.readInt32BE(1) + 1;
    if (!FRONTEND_TYPES.has(head[0]!) || length < 5 || length > MAX_MESSAGE_BYTES)
      throw new Error(`message of type ${head[0]} and ${length} bytes: not the PostgreSQL protocol`);
    wanted = length;
    if (size < length) return false;
    const whole = take(length);
    const type = whole[0]!;
    if (type === TERMINATE) {
      handler.end();
      return false;
    }
    series.push(withoutCopy(whole));
    if (type === SYNC || type === QUERY || type === FUNCTION_CALL || type === FLUSH) {
      handler.series({ bytes: Buffer.concat(series), isWhole: type !== FLUSH });
      series = [];
    }
    return true;
  };

  const step = (): boolean => {
    if (size < wanted) return false;
    if (chunks.length > 1) chunks = [Buffer.concat(chunks)];
    return isStarted ? message(chunks[0]!) : startup(chunks[0]!);
  };

  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (step());
  };
}
