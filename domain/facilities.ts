// Facilities: the kinds of places that people go to. Adding a kind is one row of FACILITY_KINDS.

import { z } from "zod";
import type { ProductText } from "./text.ts";
import type { UnitId } from "./unit.ts";

/** What is counted of a facility in a period, whole numbers. */
export const FACILITY_MEASURES = [
  { id: "pupils", label: { en: "pupils", zh: "在校学生" }, unit: "pupils" },
  { id: "places", label: { en: "places", zh: "学位" }, unit: "places" },
  { id: "teachers", label: { en: "full-time teachers", zh: "专任教师" }, unit: "teachers" },
  { id: "classes", label: { en: "classes", zh: "班级" }, unit: "count" },
  { id: "devices", label: { en: "teaching devices", zh: "教学终端" }, unit: "count" },
  { id: "bandwidth_kbps", label: { en: "downlink", zh: "下行带宽" }, unit: "kbps" },
  { id: "boarding_beds", label: { en: "boarding beds", zh: "寄宿床位" }, unit: "places" },
] as const satisfies readonly { id: string; label: ProductText; unit: UnitId }[];
export type FacilityMeasureId = (typeof FACILITY_MEASURES)[number]["id"];
export const FACILITY_MEASURE_IDS = FACILITY_MEASURES.map(({ id }) => id) as [
  FacilityMeasureId,
  ...FacilityMeasureId[],
];

/** Which years of life a kind of facility serves, or what else it is for. */
export type FacilityStage = "primary" | "junior" | "vocational" | "training" | "health" | "administration";

/** A limit that a kind of facility is held to. */
export interface FacilityNorm {
  readonly id: string;
  readonly label: ProductText;
  /** What is compared: a figure of the facility, or the ratio of two. */
  readonly of: FacilityMeasureId;
  readonly per?: FacilityMeasureId;
  readonly limit: number;
  /** Of the value and the limit. */
  readonly unit: UnitId;
  /** Whether more or less than `limit` breaks the norm. */
  readonly breach: "above" | "below";
  /** Who set it. */
  readonly source: ProductText;
}

export interface FacilityKind {
  readonly id: string;
  readonly label: ProductText;
  readonly stage: FacilityStage;
  /** The measure of villages that counts who needs such a facility; null where everybody does. */
  readonly demand: string | null;
  /** The figure that says how many the facility can serve; null where nobody counts it. */
  readonly capacity: FacilityMeasureId | null;
  /** The figure that says how many it serves. */
  readonly served: FacilityMeasureId | null;
  readonly norms: readonly FacilityNorm[];
  /** Minutes on the way that are still near; null where there is no such norm. */
  readonly nearMinutes: number | null;
  readonly symbol: {
    readonly shape: "square" | "triangle" | "diamond" | "pentagon" | "star" | "cross" | "ring";
    /** Smallest and largest size on the map, in CSS px across. */
    readonly sizePx: readonly [number, number];
    /** The map shows it from this zoom on. */
    readonly minZoom: number;
  };
}

const POSTS = { en: "Posts for rural schools, 2014", zh: "城乡统一编制标准（2014）" } as const;
const CLASSES = { en: "Compulsory schools, class sizes", zh: "义务教育学校班额标准" } as const;
const NETWORK = { en: "School networks, 100 Mbps", zh: "学校联网攻坚行动（百兆）" } as const;

const placesForAll: FacilityNorm = {
  id: "places",
  label: { en: "no more pupils than places", zh: "学生不超过学位" },
  of: "pupils",
  per: "places",
  limit: 1,
  unit: "share",
  breach: "above",
  source: { en: "by definition", zh: "按定义" },
};
const fastNetwork: FacilityNorm = {
  id: "network",
  label: { en: "100 Mbps or more", zh: "下行不低于 100 Mbps" },
  of: "bandwidth_kbps",
  limit: 100_000,
  unit: "kbps",
  breach: "below",
  source: NETWORK,
};
const pupilsPerTeacher = (limit: number): FacilityNorm => ({
  id: "pupils_per_teacher",
  label: { en: `at most ${limit} pupils for each teacher`, zh: `师生比不高于 1∶${limit}` },
  of: "pupils",
  per: "teachers",
  limit,
  unit: "pupils_per_teacher",
  breach: "above",
  source: POSTS,
});
const pupilsPerClass = (limit: number): FacilityNorm => ({
  id: "pupils_per_class",
  label: { en: `at most ${limit} pupils in a class`, zh: `班额不超过 ${limit} 人` },
  of: "pupils",
  per: "classes",
  limit,
  unit: "pupils_per_teacher",
  breach: "above",
  source: CLASSES,
});

export const FACILITY_KINDS: readonly FacilityKind[] = [
  {
    id: "primary_school",
    label: { en: "primary school", zh: "小学" },
    stage: "primary",
    demand: "pupils",
    capacity: "places",
    served: "pupils",
    norms: [placesForAll, pupilsPerTeacher(19), pupilsPerClass(45), fastNetwork],
    nearMinutes: 30,
    symbol: { shape: "square", sizePx: [7, 13], minZoom: 8 },
  },
  {
    id: "teaching_point",
    label: { en: "teaching point", zh: "教学点" },
    stage: "primary",
    demand: "pupils",
    capacity: "places",
    served: "pupils",
    norms: [placesForAll, pupilsPerTeacher(19), fastNetwork],
    nearMinutes: 30,
    symbol: { shape: "triangle", sizePx: [7, 10], minZoom: 8.5 },
  },
  {
    id: "junior_school",
    label: { en: "junior secondary school", zh: "初中" },
    stage: "junior",
    demand: "pupils",
    capacity: "places",
    served: "pupils",
    norms: [placesForAll, pupilsPerTeacher(13.5), pupilsPerClass(50), fastNetwork],
    nearMinutes: 45,
    symbol: { shape: "diamond", sizePx: [9, 16], minZoom: 7.5 },
  },
  {
    id: "vocational_school",
    label: { en: "vocational school", zh: "中等职业学校" },
    stage: "vocational",
    demand: "yulu_eligible_students",
    capacity: "places",
    served: "pupils",
    norms: [placesForAll],
    nearMinutes: null,
    symbol: { shape: "pentagon", sizePx: [13, 18], minZoom: 5 },
  },
  {
    id: "training_site",
    label: { en: "training site", zh: "培训基地" },
    stage: "training",
    demand: "target_persons",
    capacity: "places",
    served: "pupils",
    norms: [placesForAll],
    nearMinutes: 60,
    symbol: { shape: "star", sizePx: [10, 14], minZoom: 7 },
  },
  {
    id: "clinic",
    label: { en: "village clinic", zh: "村卫生室" },
    stage: "health",
    demand: "persons",
    capacity: null,
    served: null,
    norms: [],
    nearMinutes: 30,
    symbol: { shape: "cross", sizePx: [8, 8], minZoom: 9 },
  },
  {
    id: "township_office",
    label: { en: "township office", zh: "乡镇政府" },
    stage: "administration",
    demand: "persons",
    capacity: null,
    served: null,
    norms: [],
    nearMinutes: null,
    symbol: { shape: "ring", sizePx: [8, 8], minZoom: 7 },
  },
];

export const facilityKind = (id: string): FacilityKind | undefined =>
  FACILITY_KINDS.find((kind) => kind.id === id);

export const facilityKindSchema = z
  .string()
  .refine(
    (id) => facilityKind(id) !== undefined,
    `a kind is ${FACILITY_KINDS.map(({ id }) => id).join(", ")}`,
  );

/** Figures of a facility in a period; what is not known is null. */
export type FacilityFigures = Readonly<Partial<Record<FacilityMeasureId, number | null>>>;

/** What a facility has by a norm; null where a figure is missing or there is nothing to divide by. */
export function normValue({ of, per }: FacilityNorm, figures: FacilityFigures): number | null {
  const value = figures[of] ?? null;
  if (value === null || per === undefined) return value;
  const divisor = figures[per] ?? null;
  return divisor === null || divisor === 0 ? null : value / divisor;
}

/** Whether a facility breaks a norm; null where that cannot be told. */
export function breaksNorm(norm: FacilityNorm, figures: FacilityFigures): boolean | null {
  const value = normValue(norm, figures);
  if (value === null) return null;
  return norm.breach === "above" ? value > norm.limit : value < norm.limit;
}

/** Whether a facility serves more than it has room for; false where either is not known. */
export function isOverfull({ served, capacity }: FacilityKind, figures: FacilityFigures): boolean {
  const [has, room] = [served && figures[served], capacity && figures[capacity]];
  return typeof has === "number" && typeof room === "number" && has > room;
}
