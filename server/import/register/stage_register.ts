// Reads a register into a temporary file, checked against the areas and against itself, ready to be written at once.
import type { Progress } from "#domain/progress";
import { isPeriod } from "#domain/period";
import type {
  HouseholdRow,
  MedianLineRow,
  PersonRow,
  PovertyLineRow,
  RegisterInput,
} from "#domain/register/rows";
import type { KnownCode } from "#server/import/tables/known_codes";
import type { Spill } from "#server/import/load/spill";
import type { Finding } from "#domain/import_finding";
import { FindingLog } from "#server/import/findings/finding_log";
import { ADULT_AGE, equivalentSize } from "./equivalent_size.ts";
import { householdBits, personBits, type Bits } from "./conditions.ts";
import type { RuleId } from "#server/import/findings/rules";

/** A household that is taken, and how many members it has. */
interface TakenHousehold {
  readonly rootCode: string;
  readonly row: number;
  members: number;
  /** From 14 years on; NaN where the age of a member is not known. */
  adults: number;
}

export interface StagedRegister {
  readonly input: RegisterInput;
  /** None of them quotes a record; an error among them means that a file could not be read to its end. */
  readonly findings: readonly Finding[];
  readonly householdCount: number;
  readonly personCount: number;
  readonly lines: readonly (PovertyLineRow & { readonly rootCode: string })[];
  readonly medianLines: readonly (MedianLineRow & { readonly rootCode: string })[];
  /** Households with members. */
  households(): Iterable<(HouseholdRow & Bits & { readonly rootCode: string })[]>;
  persons(): Iterable<(PersonRow & Bits & { readonly rootCode: string })[]>;
}

const idOf = ({ villageCode, period, key }: Pick<HouseholdRow, "villageCode" | "period" | "key">): string =>
  `${period}\n${villageCode}\n${key}`;

/** Takes records in one after another; what cannot be taken is left out with a finding that names its row and rule. */
class RecordCheck {
  /** Households that are taken, by period, village and key. */
  readonly households = new Map<string, TakenHousehold>();
  readonly log: FindingLog;
  readonly #input: RegisterInput;
  readonly #known: ReadonlyMap<string, KnownCode>;
  readonly #lowestLevel: string;
  readonly #persons = new Set<string>();

  constructor(input: RegisterInput, known: ReadonlyMap<string, KnownCode>, lowestLevel: string) {
    this.#input = input;
    this.log = new FindingLog({ isPrivate: true, placeOf: input.placeOf });
    this.#known = known;
    this.#lowestLevel = lowestLevel;
  }

  takesHousehold(household: HouseholdRow): boolean {
    const { row, key, villageCode, period } = household;
    const area = this.#known.get(villageCode);
    const twin = this.households.get(idOf(household));
    const leaveOut = (rule: RuleId, message: string): false =>
      this.#leaveOut(this.#input.fileName, row, rule, message);
    if (area?.level !== this.#lowestLevel)
      return leaveOut("unknown_area_code", `its village is no area of level ${this.#lowestLevel}`);
    if (!isPeriod(period))
      return leaveOut("malformed_period", "its period is not written 2019, 2019H1, 2019Q3 or 2019-07");
    if (key === "") return leaveOut("household_key_missing", "its household has no key");
    if (household.weight === 0) return leaveOut("weight_missing", "it has no sampling weight above 0");
    if (twin) {
      const first = this.log.rowName(this.#input.fileName, twin.row);
      return leaveOut("duplicate_household", `its household is there already in ${first}`);
    }
    this.households.set(idOf(household), { rootCode: area.rootCode, row, members: 0, adults: 0 });
    return true;
  }

  takesPerson(person: PersonRow): boolean {
    const household = this.households.get(idOf(person));
    const id = `${idOf(person)}\n${person.number}`;
    const leaveOut = (rule: RuleId, message: string): false =>
      this.#leaveOut(this.#input.personsFileName, person.row, rule, message);
    if (!household) return leaveOut("person_without_household", "its household is not in the register");
    if (person.number < 0) return leaveOut("person_number_missing", "it has no number");
    if (this.#persons.has(id))
      return leaveOut("duplicate_person", "its household has a person of its number already");
    this.#persons.add(id);
    household.members++;
    household.adults += person.age === null ? Number.NaN : Number(person.age >= ADULT_AGE);
    return true;
  }

  /** Reports the households that have no members; returns how many they are. */
  leaveOutEmpty(): number {
    const empty = [...this.households.values()].filter(({ members }) => members === 0);
    for (const { row } of empty)
      this.#leaveOut(this.#input.fileName, row, "household_without_members", "the household has no members");
    return empty.length;
  }

  /** The poverty lines of known areas. */
  ofKnownAreas<Line extends Omit<PovertyLineRow, "lineFen">>(
    lines: readonly Line[],
  ): (Line & { readonly rootCode: string })[] {
    return lines.flatMap((line) => {
      const area = this.#known.get(line.areaCode);
      if (area) return [{ ...line, rootCode: area.rootCode }];
      this.log.addRow({
        severity: "warning",
        file: this.#input.fileName,
        rule: "unknown_area_code",
        message: `the poverty line of ${line.period} is for "${line.areaCode}", which is no area`,
        action: "the line was left out",
      });
      return [];
    });
  }

  #leaveOut(file: string, row: number, rule: RuleId, message: string): false {
    this.log.addRow({ severity: "warning", file, row, rule, message, action: "the record was left out" });
    return false;
  }
}

/** Reads everything into `spill`. */
export async function stageRegister(
  input: RegisterInput,
  known: ReadonlyMap<string, KnownCode>,
  lowestLevel: string,
  spill: Spill,
  onProgress: Progress,
): Promise<StagedRegister> {
  const check = new RecordCheck(input, known, lowestLevel);
  const pages = { households: [] as number[], persons: [] as number[] };
  let personCount = 0;
  const keep = (records: number[], rows: readonly object[]): void => {
    if (rows.length > 0) records.push(spill.add(Buffer.from(JSON.stringify(rows))));
  };
  try {
    let read = 0;
    for await (const batch of input.households()) {
      keep(
        pages.households,
        batch.filter((row) => check.takesHousehold(row)),
      );
      onProgress({ what: "reading households", done: (read += batch.length), total: null });
    }
    read = 0;
    for await (const batch of input.persons()) {
      const rows = batch.filter((row) => check.takesPerson(row));
      personCount += rows.length;
      keep(pages.persons, rows);
      onProgress({ what: "reading members of households", done: (read += batch.length), total: null });
    }
  } catch (error) {
    check.log.addFault(error);
  }
  const householdCount = check.households.size - check.leaveOutEmpty();
  const lines = check.ofKnownAreas(input.lines);
  const medianLines = check.ofKnownAreas(input.medianLines ?? []);
  const recordsOf = <Row>(record: number): Row[] => JSON.parse(spill.read(record).toString()) as Row[];
  return {
    input,
    findings: [...input.findings(), ...check.log.all],
    householdCount,
    personCount,
    lines,
    medianLines,
    *households() {
      for (const record of pages.households)
        yield recordsOf<HouseholdRow>(record).flatMap((row) => {
          const taken = check.households.get(idOf(row))!;
          return taken.members > 0
            ? [{ ...row, ...householdBits(row), ...equivalentSize(input, taken), rootCode: taken.rootCode }]
            : [];
        });
    },
    *persons() {
      for (const record of pages.persons)
        yield recordsOf<PersonRow>(record).map((row) => ({
          ...row,
          ...personBits(row),
          rootCode: check.households.get(idOf(row))!.rootCode,
        }));
    },
  };
}
