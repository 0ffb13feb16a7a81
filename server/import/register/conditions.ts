// Conditions of deprivations, evaluated over a record: each is true, false, not asked or not known, kept as a bit.

import type { DeprivationIndex, Deprivation } from "#domain/register/deprivation_index";
import { BUILT_IN_INDEX } from "#domain/registry/multidimensional";
import type { RegisterDeclaration } from "#domain/register/index_measures";
import type { Condition, HouseholdRow, PersonRow, RegisterInput } from "#domain/register/rows";
import { compile, type Evaluate, type Operand } from "#server/import/profile/expression";
import { NO, YES } from "./fields.ts";

/** Deprivations of all indices together: their bits are exact in a number. */
export const MOST_DEPRIVATIONS = 52;

/** What is stored of the conditions of a record. */
export interface Bits {
  readonly trueBits: number;
  readonly falseBits: number;
  readonly unknownBits: number;
}

/** A deprivation with the bit of its condition. */
export interface NumberedDeprivation extends Deprivation {
  readonly index: string;
  readonly bit: number;
}

/** What is counted of a register: the built-in index, and what its profile declares. */
export const declarationOf = ({
  indices = [],
  furtherLines = [],
}: Pick<RegisterInput, "indices" | "furtherLines">): RegisterDeclaration => ({
  indices: [BUILT_IN_INDEX, ...indices],
  lines: furtherLines,
});

/** All deprivations of some indices, numbered. */
export const numbered = (indices: readonly DeprivationIndex[]): NumberedDeprivation[] =>
  indices
    .flatMap(({ id, deprivations }) => deprivations.map((deprivation) => ({ index: id, ...deprivation })))
    .map((deprivation, bit) => ({ ...deprivation, bit }));

/** The result of an expression as a condition; null for text that is neither yes nor no. */
export function conditionOf(value: Operand): Condition | null {
  if (typeof value === "object") return "unknown";
  if (typeof value !== "string") return value ? "yes" : "no";
  const text = value.normalize("NFKC").toLowerCase();
  if (YES.has(text)) return "yes";
  return NO.has(text) ? "no" : null;
}

/** The condition of who may not be asked. */
export const askedCondition = (asked: Condition, condition: Condition): Condition =>
  asked === "unknown" ? "unknown" : asked === "yes" ? condition : "not asked";

/** The bits of conditions, of which the first has bit `from`. */
export function bitsOf(conditions: readonly Condition[], from = 0): Bits {
  const sum = (wanted: Condition): number =>
    conditions.reduce((bits, condition, at) => bits + (condition === wanted ? 2 ** (from + at) : 0), 0);
  return { trueBits: sum("yes"), falseBits: sum("no"), unknownBits: sum("unknown") };
}

type Fields = Readonly<Record<string, number | string | boolean | null>>;

const ofHousehold = ({
  isRegistered,
  monitoring,
  exitScore,
  dwelling,
  hasSafeWater,
}: HouseholdRow): Fields => ({
  registered: isRegistered,
  monitoring,
  exit_score: exitScore,
  dwelling,
  safe_water: hasSafeWater,
});

const ofPerson = (row: PersonRow): Fields => ({
  age: row.age,
  schooling_years: row.schoolingYears,
  at_school: row.isAtSchool,
  long_illness: row.hasLongIllness,
  insurance: row.insurance,
  can_work: row.canWork,
});

const HOUSEHOLD_FIELDS = ["registered", "monitoring", "exit_score", "dwelling", "safe_water"];
const PERSON_FIELDS = ["age", "schooling_years", "at_school", "long_illness", "insurance", "can_work"];

const overFields = (text: string, fields: readonly string[]): Evaluate<Fields> =>
  compile(text, fields, (row, at): Operand => row[fields[at]!] ?? { missing: "not-surveyed" });

/** The conditions of the built-in index for one kind of record, in the order of its deprivations. */
function builtIn(isHousehold: boolean): ((fields: Fields) => Condition)[] {
  const fields = isHousehold ? HOUSEHOLD_FIELDS : PERSON_FIELDS;
  return BUILT_IN_INDEX.deprivations.map(({ decides, when, who }) => {
    if ((decides === "household") !== isHousehold) return () => "not asked" as const;
    const holds = overFields(when, fields);
    const isAsked = who === undefined ? null : overFields(who, fields);
    return (row: Fields) =>
      askedCondition(isAsked ? conditionOf(isAsked(row))! : "yes", conditionOf(holds(row))!);
  });
}

const HOUSEHOLD_CONDITIONS = builtIn(true);
const PERSON_CONDITIONS = builtIn(false);

/** The bits of a household: those of the built-in index, and behind them those of the profile's. */
export const householdBits = (row: HouseholdRow): Bits => {
  const fields = ofHousehold(row);
  return bitsOf([...HOUSEHOLD_CONDITIONS.map((holds) => holds(fields)), ...(row.conditions ?? [])]);
};

/** The bits of a person, likewise. */
export const personBits = (row: PersonRow): Bits => {
  const fields = ofPerson(row);
  return bitsOf([...PERSON_CONDITIONS.map((holds) => holds(fields)), ...(row.conditions ?? [])]);
};
