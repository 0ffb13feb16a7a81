// Reads a register into a temporary file, checked against the areas and against itself, ready to be written at once.

import type { Progress } from "#domain/progress";
import { isPeriod } from "#domain/period";
import type { HouseholdRow, PersonRow, PovertyLineRow, RegisterInput } from "#domain/register/rows";
import type { KnownCode } from "#server/import/tables/known_codes";
import type { Spill } from "#server/import/load/spill";
import type { Finding } from "#domain/import_finding";
import { PrivateLog } from "./private_log.ts";

/** A household that is taken, and how many members it has. */
interface Taken {
  readonly rootCode: string;
  readonly row: number;
  members: number;
}

export interface StagedRegister {
  readonly input: RegisterInput;
  /** None of them quotes a record; an error among them says that a file cannot be read to its end. */
  readonly findings: readonly Finding[];
  readonly householdCount: number;
  readonly personCount: number;
  readonly lines: readonly (PovertyLineRow & { readonly rootCode: string })[];
  /** Households with members. */
  households(): Iterable<(HouseholdRow & { readonly rootCode: string })[]>;
  persons(): Iterable<(PersonRow & { readonly rootCode: string })[]>;
}

const idOf = ({ villageCode, period, key }: Pick<HouseholdRow, "villageCode" | "period" | "key">): string =>
  `${period}\n${villageCode}\n${key}`;

/** Reads everything; what cannot be taken is left out with a finding that names its row and rule. */
export async function stageRegister(
  input: RegisterInput,
  known: ReadonlyMap<string, KnownCode>,
  lowestLevel: string,
  spill: Spill,
  onProgress: Progress,
): Promise<StagedRegister> {
  const log = new PrivateLog();
  const taken = new Map<string, Taken>();
  const pages = { households: [] as number[], persons: [] as number[] };
  let personCount = 0;
  const leaveOutOf =
    (file: string) =>
    (row: number, rule: string, message: string): void =>
      log.note({
        severity: "warning",
        file,
        row,
        rule,
        message,
        action: "the record was left out",
      });

  const leaveOut = leaveOutOf(input.fileName);
  const leaveOutPerson = leaveOutOf(input.personsFileName);

  const numbers = new Set<string>();
  try {
    let read = 0;
    for await (const batch of input.households()) {
      const rows = batch.filter((row) => {
        const area = known.get(row.villageCode);
        if (area?.level !== lowestLevel)
          leaveOut(row.row, "unknown_area_code", `its village is no area of level ${lowestLevel}`);
        else if (!isPeriod(row.period))
          leaveOut(row.row, "malformed_period", "its period is not written 2019, 2019H1, 2019Q3 or 2019-07");
        else if (row.key === "") leaveOut(row.row, "household_key_missing", "its household has no key");
        else if (taken.has(idOf(row)))
          leaveOut(
            row.row,
            "duplicate_household",
            `its household is there already in row ${taken.get(idOf(row))!.row}`,
          );
        else return taken.set(idOf(row), { rootCode: area.rootCode, row: row.row, members: 0 });
        return false;
      });
      if (rows.length > 0) pages.households.push(spill.add(Buffer.from(JSON.stringify(rows))));
      onProgress({ what: "reading households", done: (read += batch.length), total: null });
    }
    read = 0;
    for await (const batch of input.persons()) {
      const rows = batch.filter((row) => {
        const household = taken.get(idOf(row));
        const id = `${idOf(row)}\n${row.number}`;
        if (!household)
          leaveOutPerson(row.row, "person_without_household", "its household is not in the register");
        else if (row.number < 0) leaveOutPerson(row.row, "person_number_missing", "it has no number");
        else if (numbers.has(id))
          leaveOutPerson(row.row, "duplicate_person", "its household has a person of its number already");
        else {
          numbers.add(id);
          household.members++;
          return true;
        }
        return false;
      });
      personCount += rows.length;
      if (rows.length > 0) pages.persons.push(spill.add(Buffer.from(JSON.stringify(rows))));
      onProgress({ what: "reading members of households", done: (read += batch.length), total: null });
    }
  } catch (error) {
    log.addFault(error);
  }
  let empty = 0;
  for (const { row, members } of taken.values()) {
    if (members > 0) continue;
    empty++;
    leaveOut(row, "household_without_members", "the household has no members");
  }
  const lines = input.lines.flatMap((line) => {
    const area = known.get(line.areaCode);
    if (area) return [{ ...line, rootCode: area.rootCode }];
    log.note({
      severity: "warning",
      file: input.fileName,
      rule: "unknown_area_code",
      message: `the poverty line of ${line.period} is for "${line.areaCode}", which is no area`,
      action: "the line was left out",
    });
    return [];
  });

  const recordsOf = <Row>(record: number): Row[] => JSON.parse(spill.read(record).toString()) as Row[];
  return {
    input,
    findings: [...input.findings(), ...log.finished()],
    householdCount: taken.size - empty,
    personCount,
    lines,
    *households() {
      for (const record of pages.households)
        yield recordsOf<HouseholdRow>(record).flatMap((row) => {
          const { members, rootCode } = taken.get(idOf(row))!;
          return members > 0 ? [{ ...row, rootCode }] : [];
        });
    },
    *persons() {
      for (const record of pages.persons)
        yield recordsOf<PersonRow>(record).map((row) => ({
          ...row,
          rootCode: taken.get(idOf(row))!.rootCode,
        }));
    },
  };
}
