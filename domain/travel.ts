// How fast people travel: scenarios of speeds by road class, surface, mode and season, and the states of a village.

import { z } from "zod";
import { ROAD_CLASSES, type RoadClass } from "./road.ts";
import type { ProductText } from "./text.ts";

export const TRAVEL_MODES = ["walk", "bus", "motor"] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

export const SEASONS = ["dry", "rain"] as const;
export type Season = (typeof SEASONS)[number];

const kmhSchema = z.number().positive().max(200);

/** km/h on a paved and on an unpaved surface; null where the mode cannot go. */
const speedSchema = z.strictObject({ paved: kmhSchema, unpaved: kmhSchema }).nullable();
export type ClassSpeed = z.infer<typeof speedSchema>;

const speedTableSchema = z.strictObject(
  Object.fromEntries(ROAD_CLASSES.map((id) => [id, speedSchema])) as Record<RoadClass, typeof speedSchema>,
);

/** Everything that minutes depend on beside the roads; stored with every result. */
export const travelScenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** On every piece of road the fastest of these that may go there. */
  modes: z.array(z.enum(TRAVEL_MODES)).min(1),
  season: z.enum(SEASONS),
  speeds: z.strictObject({ walk: speedTableSchema, bus: speedTableSchema, motor: speedTableSchema }),
  /** Speeds on unpaved surfaces in rain are multiplied by this. */
  rainFactor: z.number().positive().max(1),
  isFordClosedInRain: z.boolean(),
  /** Waiting and boarding, once per ferry line. */
  ferryWaitMin: z.number().nonnegative().max(600),
  /** On foot between a place and the nearest road, as the crow flies: km/h × factor. */
  offRoadKmh: kmhSchema,
  terrainFactor: z.number().positive().max(1),
  /** No off-road leg is longer than this. */
  offRoadLimitM: z.number().nonnegative().max(20_000),
});
export type TravelScenario = z.infer<typeof travelScenarioSchema>;

const both = (paved: number, unpaved: number): ClassSpeed => ({ paved, unpaved });

/**
 * Average speeds, stops included, below the design speeds of China's road classes (JTG B01: 15–80 km/h from class IV to II).
 * On foot 5 km/h is Tobler's speed on the level; a path is slower. These are assumptions that a territory may replace.
 */
const SPEEDS: TravelScenario["speeds"] = {
  walk: {
    national: both(5, 5),
    provincial: both(5, 5),
    county: both(5, 5),
    township: both(5, 5),
    village_road: both(5, 4.5),
    footpath: both(4.5, 4),
    ferry: both(8, 8),
  },
  bus: {
    national: both(50, 30),
    provincial: both(45, 28),
    county: both(38, 24),
    township: both(30, 18),
    village_road: both(22, 14),
    footpath: null,
    ferry: both(8, 8),
  },
  motor: {
    national: both(65, 40),
    provincial: both(55, 35),
    county: both(45, 28),
    township: both(35, 22),
    village_road: both(25, 16),
    footpath: null,
    ferry: both(8, 8),
  },
};

const COMMON = {
  season: "dry",
  speeds: SPEEDS,
  rainFactor: 0.5,
  isFordClosedInRain: true,
  ferryWaitMin: 10,
  offRoadKmh: 4,
  terrainFactor: 0.75,
  offRoadLimitM: 3000,
} as const;

/** The scenarios that ship. */
export const TRAVEL_SCENARIOS: readonly TravelScenario[] = [
  { id: "walk", modes: ["walk"], ...COMMON },
  { id: "walk_then_bus", modes: ["walk", "bus"], ...COMMON },
  { id: "walk_then_motor", modes: ["walk", "motor"], ...COMMON },
  { id: "walk_rain", modes: ["walk"], ...COMMON, season: "rain" },
  { id: "walk_then_motor_rain", modes: ["walk", "motor"], ...COMMON, season: "rain" },
];

export const TRAVEL_SCENARIO_LABELS: Readonly<Record<string, ProductText>> = {
  walk: { en: "on foot", zh: "步行" },
  walk_then_bus: { en: "on foot, then by bus", zh: "步行后乘公交" },
  walk_then_motor: { en: "on foot, then by motor vehicle", zh: "步行后乘车" },
  walk_rain: { en: "on foot in the rainy season", zh: "雨季步行" },
  walk_then_motor_rain: { en: "on foot, then by motor vehicle, rainy season", zh: "雨季步行后乘车" },
};

/** The shipped scenario of this id; throws a RangeError that names those known. */
export function travelScenario(id: string): TravelScenario {
  const found = TRAVEL_SCENARIOS.find((scenario) => scenario.id === id);
  if (found) return found;
  const known = TRAVEL_SCENARIOS.map((scenario) => scenario.id).join(", ");
  throw new RangeError(`unknown travel scenario "${id}": known are ${known}`);
}

/** Thresholds that coverage is counted at. */
export const COVERAGE_MINUTES = [15, 30, 45, 60] as const;

/** Every village is in exactly one. Position is written into packed matrices: append, never reorder. */
export const REACH_STATES = ["minutes_known", "off_road_only", "network_incomplete", "no_path"] as const;
export type ReachState = (typeof REACH_STATES)[number];

export const REACH_STATE_LABELS: Readonly<Record<ReachState, ProductText>> = {
  minutes_known: { en: "minutes known", zh: "用时已知" },
  off_road_only: { en: "reached off the road only", zh: "仅能越野步行到达" },
  network_incomplete: { en: "road data probably incomplete here", zh: "此处路网数据可能不完整" },
  no_path: { en: "no path", zh: "无通路" },
};
