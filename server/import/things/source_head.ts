// What a source of facilities or roads is read with, and what it says of itself.

import { createHash } from "node:crypto";
import type { FacilitiesInput } from "#domain/things";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import type { FindingLog } from "#server/import/findings/finding_log";
import { tableId } from "#server/import/profile/profile_file";
import type { Files } from "#server/import/readers/files";
import type { FacilitiesSpec, RoadsSpec } from "./profile.ts";
import type { VillageIndex } from "./village_index.ts";

export interface ThingContext {
  readonly database: Pick<Database, "pool">;
  readonly files: Files;
  readonly log: FindingLog;
  readonly villages: VillageIndex;
  readonly onProgress: Progress;
  /** Goes into the checksum: in which village a point lies depends on the villages. */
  readonly boundaries: string;
}

/** Id, name, checksum and department of a source. */
export function sourceHead(
  spec: FacilitiesSpec | RoadsSpec,
  { files, boundaries }: ThingContext,
): Pick<FacilitiesInput, "id" | "fileName" | "checksum" | "department" | "reportingDate" | "priority"> {
  const own = [spec.file, ...("catchment" in spec && spec.catchment ? [spec.catchment.file] : [])];
  const hash = createHash("sha256").update(JSON.stringify([spec, boundaries]));
  for (const file of own) hash.update(files.checksums.get(file) ?? "");
  return {
    id: tableId(spec),
    fileName: spec.file,
    checksum: hash.digest("hex"),
    department: spec.department ?? { en: spec.file },
    reportingDate: spec.reporting_date ?? null,
    priority: spec.priority,
  };
}
