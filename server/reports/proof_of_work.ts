// Work that a device does for a report (after Back 2002, "Hashcash"): nothing for one who writes one, much for one who sends thousands.

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Leading zero bits of the hash: 65,536 tries on average, under a second on a desk, some on a slow phone while somebody types. */
export const WORK_BITS = 16;
/** How long a challenge is good for. */
const VALID_MS = 6 * 3_600_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 12;
/** Used challenges that are remembered; older ones have expired long before. */
const MAX_USED = 200_000;

const PATTERN = /^[\w-]{12,40}\.[\w-]{4,20}$/;

/** Leading zero bits of some bytes. */
function zeroBits(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first]!) - 24;
}

/** Challenges that hold without being kept: signed with a key of this process, and each good for one report. */
export class ProofOfWork {
  readonly #key = randomBytes(32);
  readonly #now: () => number;
  /** By challenge, in the order of their use. */
  readonly #used = new Set<string>();

  /** `now` gives milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  challenge(): string {
    const body = Buffer.alloc(NONCE_BYTES);
    randomBytes(NONCE_BYTES).copy(body);
    body.writeUIntBE(this.#now(), 0, 6);
    return Buffer.concat([body, this.#tag(body)]).toString("base64url");
  }

  /** Whether `proof`, a challenge and what was found to it with a dot between, is work that was not handed in before. */
  isDone(proof: string): boolean {
    if (!PATTERN.test(proof)) return false;
    const [challenge] = proof.split(".") as [string];
    const bytes = Buffer.from(challenge, "base64url");
    if (bytes.length !== NONCE_BYTES + TAG_BYTES || bytes.toString("base64url") !== challenge) return false;
    const body = bytes.subarray(0, NONCE_BYTES);
    if (!timingSafeEqual(bytes.subarray(NONCE_BYTES), this.#tag(body))) return false;
    const age = this.#now() - body.readUIntBE(0, 6);
    if (age < 0 || age > VALID_MS || this.#used.has(challenge)) return false;
    if (zeroBits(createHash("sha256").update(proof).digest()) < WORK_BITS) return false;
    this.#used.add(challenge);
    if (this.#used.size > MAX_USED) this.#used.delete(this.#used.values().next().value!);
    return true;
  }

  #tag(body: Buffer): Buffer {
    return createHmac("sha256", this.#key).update(body).digest().subarray(0, TAG_BYTES);
  }
}
