// Work that a device does for a report (after Back 2002, "Hashcash"): nothing for one who writes one, much for one who sends thousands.

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Leading zero bits of the hash: 65,536 tries on average, under a second on a desk, some on a slow phone while somebody types. */
export const WORK_BITS = 16;
/** How long a challenge is good for. */
const VALID_MS = 6 * 3_600_000;
const CLOCKS_APART_MS = 60_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 12;

const PATTERN = /^[\w-]{12,40}\.[\w-]{4,20}$/;

/** Leading zero bits of some bytes. */
function zeroBits(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first]!) - 24;
}

/** Challenges that hold without being kept: signed with the key that all servers of a database share. */
export class ProofOfWork {
  readonly #key: Buffer;
  readonly #now: () => number;

  /** `now` gives milliseconds since 1970. */
  constructor(key: Buffer, now: () => number = Date.now) {
    this.#key = key;
    this.#now = now;
  }

  challenge(): string {
    const body = Buffer.alloc(NONCE_BYTES);
    randomBytes(NONCE_BYTES).copy(body);
    body.writeUIntBE(this.#now(), 0, 6);
    return Buffer.concat([body, this.#tag(body)]).toString("base64url");
  }

  /** The challenge to which `proof`, that and what was found to it with a dot between, is work; null where it is none. */
  challengeOf(proof: string): string | null {
    if (!PATTERN.test(proof)) return null;
    const [challenge] = proof.split(".") as [string];
    const bytes = Buffer.from(challenge, "base64url");
    if (bytes.length !== NONCE_BYTES + TAG_BYTES || bytes.toString("base64url") !== challenge) return null;
    const body = bytes.subarray(0, NONCE_BYTES);
    if (!timingSafeEqual(bytes.subarray(NONCE_BYTES), this.#tag(body))) return null;
    const age = this.#now() - body.readUIntBE(0, 6);
    // The clocks of two servers may differ a little.
    if (age < -CLOCKS_APART_MS || age > VALID_MS) return null;
    return zeroBits(createHash("sha256").update(proof).digest()) < WORK_BITS ? null : challenge;
  }

  #tag(body: Buffer): Buffer {
    return createHmac("sha256", this.#key).update(body).digest().subarray(0, TAG_BYTES);
  }
}
