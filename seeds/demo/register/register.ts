// The register of one county as an import takes it: lines, households and members of some years, village by village.

import type { HouseholdRow, PersonRow, RegisterInput } from "#domain/register/rows";
import type { RegisterHousehold } from "#domain/method/register_measures";
import type { Land } from "#seeds/demo/land";
import { LINES } from "#seeds/demo/lines";
import { MERGED_SINCE } from "#seeds/demo/merges";
import type { Places } from "#seeds/demo/places";
import { isRecorded } from "./county.ts";
import { householdsIn, INCOME_CONCEPT } from "./households.ts";

/** Records of one village in `years` each. */
function* recordsByVillage(
  land: Land,
  places: Places,
  years: readonly number[],
): Generator<RegisterHousehold[]> {
  for (let township = 0; township < land.size.townships; township++)
    for (const { code, cells } of places.villagesOf(township)) {
      if (!isRecorded(land, cells[0]!)) continue;
      yield years.flatMap((year) =>
        cells.flatMap((cell) => {
          const former = places.formerCode(cell);
          const isMerged = cells.length > 1 && String(year) >= MERGED_SINCE;
          return householdsIn(land, cell, year, isMerged || cells.length === 1 ? code : former, former);
        }),
      );
    }
}

/** Makes the register; records are computed while they are read. */
export function demoRegister(
  land: Land,
  places: Places,
  years: readonly number[],
  checksum: string,
): RegisterInput {
  const top = places.regions[0]!;
  return {
    id: "register",
    fileName: "demo/register",
    personsFileName: "demo/register",
    checksum,
    department: { en: "Rural Revitalisation, household register", zh: "乡村振兴建档立卡" },
    reportingDate: "2022-12-31",
    // It decides where a department reports another number.
    priority: 1,
    lines: top.flatMap(({ code }) =>
      [...LINES].map(([year, yuan]) => ({
        areaCode: code,
        period: String(year),
        concept: INCOME_CONCEPT,
        lineFen: yuan * 100,
        source: "national",
      })),
    ),
    findings: () => [],
    async *households() {
      let row = 0;
      for (const records of recordsByVillage(land, places, years))
        yield records.map(({ household }): HouseholdRow => ({ ...household, row: ++row }));
    },
    async *persons() {
      let row = 0;
      for (const records of recordsByVillage(land, places, years))
        yield records.flatMap(({ persons }) =>
          persons.map((person): PersonRow => ({ ...person, row: ++row })),
        );
    },
  };
}
