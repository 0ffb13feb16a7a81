// Batches of facilities and roads that are stored, and which of a dataset are new beside them.

import type { Knex } from "knex";
import type { FacilitiesInput, RoadsInput, ThingsInput } from "#domain/things";
import { currentThings, type ThingBatch } from "#server/release/release_inputs";
import type { ThingSection } from "./write_things.ts";

export interface ThingsDiff {
  readonly facilities: readonly FacilitiesInput[];
  readonly roads: readonly RoadsInput[];
  /** Current batches before. */
  readonly batches: readonly ThingBatch[];
}

/** What of `things` is not stored as it is. */
export async function diffThings(db: Knex, things: ThingsInput | undefined): Promise<ThingsDiff> {
  const batches = await currentThings(db);
  const isNew =
    (section: ThingSection) =>
    ({ id, checksum, priority }: FacilitiesInput | RoadsInput): boolean =>
      !batches.some(
        (batch) =>
          batch.section === section &&
          batch.sourceId === id &&
          batch.checksum === checksum &&
          batch.priority === priority,
      );
  return {
    facilities: (things?.facilities ?? []).filter(isNew("facilities")),
    roads: (things?.roads ?? []).filter(isNew("roads")),
    batches,
  };
}

/** How a load says what became of the sources of a dataset. */
export interface ThingSummary {
  readonly section: ThingSection;
  readonly id: string;
  readonly fileName: string;
  readonly state: "new" | "replaced" | "unchanged";
}

/** What becomes of each source, facilities first. */
export const summariseThings = (things: ThingsInput | undefined, diff: ThingsDiff): ThingSummary[] =>
  (["facilities", "roads"] as const).flatMap((section) =>
    (things?.[section] ?? []).map((source) => ({
      section,
      id: source.id,
      fileName: source.fileName,
      state: !(diff[section] as readonly unknown[]).includes(source)
        ? ("unchanged" as const)
        : diff.batches.some((batch) => batch.section === section && batch.sourceId === source.id)
          ? ("replaced" as const)
          : ("new" as const),
    })),
  );
