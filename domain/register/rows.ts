// What the household register records of a household, of its members and of the poverty line.

import type { Finding, RowPlace } from "#domain/import_finding";
import type { Text } from "#domain/text";
import type { DeprivationIndex } from "./deprivation_index.ts";
import type { IncomeLine } from "./income_line.ts";
import type {
  CAUSES,
  DWELLINGS,
  IdOf,
  INSURANCE_STATES,
  MONITORING_CATEGORIES,
  POVERTY_STATES,
} from "./codes.ts";

/** Whether a condition holds of a record, or whether it is asked at all. */
export type Condition = "yes" | "no" | "unknown" | "not asked";

/** Null is not known everywhere below. `row` is that of the source, 1-based, so that a finding needs no content. */
export interface HouseholdRow {
  readonly row: number;
  readonly villageCode: string;
  readonly period: string;
  readonly key: string;
  readonly headName: string | null;
  readonly isRegistered: boolean;
  readonly povertyState: IdOf<typeof POVERTY_STATES>;
  readonly monitoring: IdOf<typeof MONITORING_CATEGORIES> | null;
  readonly mainCause: IdOf<typeof CAUSES> | null;
  readonly otherCauses: readonly IdOf<typeof CAUSES>[];
  /** 0–100 */
  readonly exitScore: number | null;
  /** Of the whole household in a year. */
  readonly netIncomeFen: number | null;
  readonly incomeConcept: string;
  readonly dwelling: IdOf<typeof DWELLINGS> | null;
  readonly hasSafeWater: boolean | null;
  /** How many households it stands for in a sample; left out in a full count. */
  readonly weight?: number;
  readonly stratum?: string | null;
  readonly cluster?: string | null;
  /** By what the income is divided for each member; left out for the number of members. */
  readonly equivalentSize?: number | null;
  /** Groups it is in, as `by=value`. */
  readonly groups?: readonly string[];
  /** Of the deprivations of the profile's indices. */
  readonly conditions?: readonly Condition[];
}

export interface PersonRow {
  readonly row: number;
  readonly villageCode: string;
  readonly period: string;
  /** Key of the household. */
  readonly key: string;
  readonly number: number;
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly age: number | null;
  readonly schoolingYears: number | null;
  readonly isAtSchool: boolean | null;
  readonly hasLongIllness: boolean | null;
  readonly insurance: IdOf<typeof INSURANCE_STATES> | null;
  readonly canWork: boolean | null;
  /** Groups the person is in, as `by=value`. */
  readonly groups?: readonly string[];
  /** Of the deprivations of the profile's indices. */
  readonly conditions?: readonly Condition[];
}

/** The line of an area of any level; it holds for what is below and has none of its own. */
export interface PovertyLineRow {
  readonly areaCode: string;
  readonly period: string;
  /** What is compared with it, such as `rural_disposable_income`. */
  readonly concept: string;
  /** Fen for each person and year. */
  readonly lineFen: number;
  readonly source: string;
}

/** A line that is a share of the median income of the people of an area, computed from their records. */
export interface MedianLineRow extends Omit<PovertyLineRow, "lineFen"> {
  /** Above 0, at most 1: 0.6 is the line of being at risk of poverty. */
  readonly share: number;
}

/** A register on its way into the database; importing it replaces the one before. */
export interface RegisterInput {
  readonly id: string;
  readonly fileName: string;
  /** Where the members of the households stand. */
  readonly personsFileName: string;
  /** SHA-256 of the source, lower-case hex. */
  readonly checksum: string;
  readonly department: Text;
  readonly reportingDate: string | null;
  readonly priority: number;
  readonly lines: readonly PovertyLineRow[];
  readonly medianLines?: readonly MedianLineRow[];
  /** Set where the line that incomes are compared with first is a share of their own median. */
  readonly isLineEstimated?: true;
  /** Indices that the profile declares, beside the built-in one. */
  readonly indices?: readonly DeprivationIndex[];
  /** Lines that incomes are compared with beside the first. */
  readonly furtherLines?: readonly IncomeLine[];
  /** By what the income of a household is divided, where not by its members: computed of their number, or of their ages. */
  readonly equivalence?: "square_root" | "oecd_modified";
  /** Set where the households are a sample. */
  readonly isSample?: true;
  /** In batches of any size. */
  households(): AsyncIterable<HouseholdRow[]>;
  persons(): AsyncIterable<PersonRow[]>;
  /** What was found in the records read so far; it never quotes them. */
  findings(): readonly Finding[];
  /** The file of a row that was read, and its number there, where a file name stands for several; left out where none does. */
  placeOf?(file: string, row: number): RowPlace | undefined;
}
