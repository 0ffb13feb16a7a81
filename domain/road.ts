// Classes and surfaces of roads. A new one is a row, and its speeds in travel.ts.

import type { ProductText } from "./text.ts";

interface RoadClassRow {
  readonly label: ProductText;
  /** Lower is the more important road: of two records of one road the lower rank counts. */
  readonly rank: number;
  /** The map shows it from this zoom on. */
  readonly minZoom: number;
}

/** Position in this list is written into packed graphs: append, never reorder. */
export const ROAD_CLASSES = [
  "national",
  "provincial",
  "county",
  "township",
  "village_road",
  "footpath",
  "ferry",
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export const ROAD_CLASS_ROWS: Readonly<Record<RoadClass, RoadClassRow>> = {
  national: { label: { en: "national road", zh: "国道" }, rank: 0, minZoom: 4 },
  provincial: { label: { en: "provincial road", zh: "省道" }, rank: 1, minZoom: 5 },
  county: { label: { en: "county road", zh: "县道" }, rank: 2, minZoom: 6 },
  township: { label: { en: "township road", zh: "乡道" }, rank: 3, minZoom: 7.5 },
  village_road: { label: { en: "village road", zh: "村道" }, rank: 4, minZoom: 8.8 },
  footpath: { label: { en: "footpath", zh: "步道" }, rank: 5, minZoom: 9.5 },
  ferry: { label: { en: "ferry", zh: "渡船" }, rank: 6, minZoom: 7 },
};

/** `unknown` is travelled like `unpaved`. Position is written into packed graphs: append, never reorder. */
export const SURFACES = ["paved", "unpaved", "ford", "unknown"] as const;
export type Surface = (typeof SURFACES)[number];

export const SURFACE_LABELS: Readonly<Record<Surface, ProductText>> = {
  paved: { en: "paved", zh: "硬化路面" },
  unpaved: { en: "unpaved", zh: "未硬化路面" },
  ford: { en: "ford", zh: "过水路段" },
  unknown: { en: "surface not stated", zh: "路面未说明" },
};
