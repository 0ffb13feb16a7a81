// Roads: their classes and surfaces, from the main road to the path.

import { z } from "zod";
import type { ProductText } from "./text.ts";

/** Usual speeds in km/h; 0 where a means of travel does not go. Travel scenarios start from them. */
export interface UsualSpeeds {
  readonly walk: number;
  readonly bus: number;
  readonly motor: number;
}

export interface RoadClass {
  readonly id: string;
  readonly label: ProductText;
  readonly speedKmh: UsualSpeeds;
  /** Tiles hold the class from this zoom on. */
  readonly minZoom: number;
}

/** From the most important down. */
export const ROAD_CLASSES = [
  {
    id: "national",
    label: { en: "national road", zh: "国道" },
    speedKmh: { walk: 5, bus: 50, motor: 60 },
    minZoom: 4,
  },
  {
    id: "provincial",
    label: { en: "provincial road", zh: "省道" },
    speedKmh: { walk: 5, bus: 45, motor: 50 },
    minZoom: 5,
  },
  {
    id: "county",
    label: { en: "county road", zh: "县道" },
    speedKmh: { walk: 5, bus: 35, motor: 40 },
    minZoom: 6,
  },
  {
    id: "township",
    label: { en: "township road", zh: "乡道" },
    speedKmh: { walk: 5, bus: 25, motor: 30 },
    minZoom: 8,
  },
  {
    id: "village_road",
    label: { en: "village road", zh: "村道" },
    speedKmh: { walk: 5, bus: 20, motor: 25 },
    minZoom: 9,
  },
  {
    id: "footpath",
    label: { en: "footpath", zh: "步道" },
    speedKmh: { walk: 4, bus: 0, motor: 0 },
    minZoom: 9,
  },
  {
    id: "ferry",
    label: { en: "ferry", zh: "渡船" },
    speedKmh: { walk: 12, bus: 12, motor: 12 },
    minZoom: 7,
  },
] as const satisfies readonly RoadClass[];
export type RoadClassId = (typeof ROAD_CLASSES)[number]["id"];
export const ROAD_CLASS_IDS = ROAD_CLASSES.map(({ id }) => id) as [RoadClassId, ...RoadClassId[]];
export const roadClassSchema = z.enum(ROAD_CLASS_IDS);

/** What a road is made of; `unpaved` suffers from rain, a `ford` is closed by it. */
export const ROAD_SURFACES = ["paved", "unpaved", "ford", "water"] as const;
export type RoadSurface = (typeof ROAD_SURFACES)[number];
