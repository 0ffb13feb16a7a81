// The household register: what is recorded of a household and its members, and which counts leave it.

import type { Finding } from "./import_finding.ts";
import { LORENZ_PER_CENT } from "./registry/inequality.ts";
import { MULTIDIMENSIONAL_MEASURES } from "./registry/multidimensional.ts";
import type { Text } from "./text.ts";

/** Households under watch so that they do not fall back; the third may have an income above every line. */
export const MONITORING_CATEGORIES = [
  { id: "unstable_exited", label: { en: "Exited but unstable household", zh: "脱贫不稳定户" } },
  { id: "marginal", label: { en: "Marginal household at risk", zh: "边缘易致贫户" } },
  { id: "sudden_hardship", label: { en: "Household in sudden serious hardship", zh: "突发严重困难户" } },
] as const;

/** Causes of poverty: one main cause of a household, and others. */
export const CAUSES = [
  { id: "illness", label: { en: "Illness", zh: "因病" } },
  { id: "disability", label: { en: "Disability", zh: "因残" } },
  { id: "schooling", label: { en: "Schooling cost", zh: "因学" } },
  { id: "disaster", label: { en: "Disaster", zh: "因灾" } },
  { id: "land", label: { en: "Lack of land", zh: "缺土地" } },
  { id: "water", label: { en: "Lack of water", zh: "缺水" } },
  { id: "skill", label: { en: "Lack of skill", zh: "缺技术" } },
  { id: "labour", label: { en: "Lack of labour", zh: "缺劳力" } },
  { id: "capital", label: { en: "Lack of capital", zh: "缺资金" } },
  { id: "transport", label: { en: "Poor transport", zh: "交通条件落后" } },
  { id: "drive", label: { en: "Lack of own drive", zh: "自身发展动力不足" } },
  { id: "marriage", label: { en: "Marriage cost", zh: "因婚" } },
  { id: "other", label: { en: "Other", zh: "其他" } },
] as const;

/** `exited` was out of poverty before the period, `fallen_back` too and is recorded poor again in it. */
export const POVERTY_STATES = [
  { id: "ordinary", label: { en: "Ordinary household", zh: "一般户" } },
  { id: "poor", label: { en: "Poor household", zh: "贫困户" } },
  { id: "exited", label: { en: "Exited household", zh: "脱贫户" } },
  { id: "fallen_back", label: { en: "Household fallen back", zh: "返贫户" } },
] as const;

/** Safety classes of a dwelling; C, D and none are unsafe. */
export const DWELLINGS = [
  { id: "A", label: { en: "Class A", zh: "A级" } },
  { id: "B", label: { en: "Class B", zh: "B级" } },
  { id: "C", label: { en: "Class C", zh: "C级" } },
  { id: "D", label: { en: "Class D", zh: "D级" } },
  { id: "none", label: { en: "No dwelling", zh: "无房" } },
] as const;

/** `exempt` need not be insured. */
export const INSURANCE_STATES = [
  { id: "insured", label: { en: "Insured", zh: "已参保" } },
  { id: "uninsured", label: { en: "Not insured", zh: "未参保" } },
  { id: "exempt", label: { en: "Exempt", zh: "免参保" } },
] as const;

type IdOf<List extends readonly { readonly id: string }[]> = List[number]["id"];

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
  /** In batches of any size. */
  households(): AsyncIterable<HouseholdRow[]>;
  persons(): AsyncIterable<PersonRow[]>;
  /** What was found in the records read so far; it never quotes them. */
  findings(): readonly Finding[];
}

/** What `register.village_measures` counts, by the names of its columns. */
export const REGISTER_MEASURES: readonly string[] = [
  "persons",
  "poor_persons",
  ...MULTIDIMENSIONAL_MEASURES.map(({ id }) => id),
  "income_gap_fen",
  "income_line_fen",
  "squared_income_gap",
  "squared_income_line",
  "net_income_fen",
  "registered_persons",
  "rural_households",
  "registered_households",
  "scored_households",
  "exit_score_poor_households",
  "exit_score_borderline_households",
  "exit_score_centipoints",
  "monitored_unstable_households",
  "monitored_marginal_households",
  "monitored_sudden_households",
  "exited_persons",
  "fallen_back_persons",
  "cause_recorded_households",
  "cause_schooling_households",
  "cause_illness_households",
  "no_labour_households",
  "insurable_persons",
  "insured_persons",
  "housing_assessed_households",
  "unsafe_housing_households",
  "water_assessed_households",
  "unsafe_water_households",
];

/** What `register.area_inequality` gives for an area of any level; nothing of it adds up. */
export const INEQUALITY_MEASURES: readonly string[] = [
  "income_differences",
  "income_differences_greatest",
  "lorenz_income_fen",
  ...LORENZ_PER_CENT.map((share) => `lorenz_${share}_fen`),
];
