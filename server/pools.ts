// The pools that endpoints read through: one for the staff, one for the public edition, both barred from what is not theirs.

import type { Database } from "#sql/connect";
import { openPublicReads, openReads, type PublicReads, type Reads } from "#sql/reader_pool";
import type { Logger } from "./log.ts";

export interface Pools {
  readonly reads: Reads;
  readonly publicReads: PublicReads;
}

/** Both pools, with a warning where only the code bars them; what was opened is closed, the database too, when one fails. */
export async function openPools(database: Database, log: Logger): Promise<Pools> {
  const reads = await openReads(database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (reads.registerOpenBecause !== null)
    log[database.mode === "native" ? "warn" : "info"](
      { reason: reads.registerOpenBecause },
      "only the code keeps reads out of the household register, not the database",
    );
  const publicReads = await openPublicReads(database).catch(async (error: unknown) => {
    await reads.close();
    await database.close();
    throw error;
  });
  if (publicReads.internalOpenBecause !== null)
    log.warn(
      { reason: publicReads.internalOpenBecause },
      "only the code keeps the public edition to its rows, not the database",
    );
  return { reads, publicReads };
}

/** Closes both pools. */
export async function closePools({ reads, publicReads }: Pools): Promise<void> {
  await Promise.all([reads.close(), publicReads.close()]);
}
