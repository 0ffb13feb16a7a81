// Whether what somebody sends is taken: work by the device, and the rate by address, counted for all servers of a database together.

import { createHash, createHmac } from "node:crypto";
import { ProofOfWork } from "./proof_of_work.ts";
import type { AskAsPublic } from "./public_role.ts";
import { payRate, type Rate } from "./rate_limit.ts";

export class Admission {
  readonly #ask: AskAsPublic;
  #key: Promise<Buffer> | null = null;

  constructor(ask: AskAsPublic) {
    this.#ask = ask;
  }

  /** Something for a device to work on. */
  async challenge(): Promise<string> {
    return new ProofOfWork(await this.#serverKey()).challenge();
  }

  /** Counts what a sender sends; resolves to whether work was done for it, rejects with a 429 where that are too many. */
  async admit(sender: string, proof: string): Promise<boolean> {
    const isProven = await this.#isNewWork(proof);
    await payRate(sender, isProven, async (name, rate) => this.#take(name, rate));
    return isProven;
  }

  /** Hash that tells one thing from others and says nothing of it to whoever has not the key. */
  async keyedHash(text: string): Promise<Buffer> {
    return createHmac("sha256", await this.#serverKey())
      .update(text)
      .digest();
  }

  async #isNewWork(proof: string): Promise<boolean> {
    if (proof === "") return false;
    const challenge = new ProofOfWork(await this.#serverKey()).challengeOf(proof);
    if (challenge === null) return false;
    const [row] = await this.#ask<{ isNew: boolean }>(`select report.use_work(?::bytea) as "isNew"`, [
      createHash("sha256").update(challenge).digest(),
    ]);
    return row!.isNew;
  }

  async #take(name: string, { burst, perHour }: Rate): Promise<number> {
    const [row] = await this.#ask<{ seconds: number }>("select report.take(?::bytea, ?, ?) as seconds", [
      await this.keyedHash(`rate ${name}`),
      burst,
      perHour,
    ]);
    return row!.seconds;
  }

  #serverKey(): Promise<Buffer> {
    this.#key ??= this.#ask<{ key: Uint8Array }>("select report.server_key() as key", [])
      .then(([row]) => Buffer.from(row!.key))
      .catch((error: unknown) => {
        this.#key = null;
        throw error;
      });
    return this.#key;
  }
}
