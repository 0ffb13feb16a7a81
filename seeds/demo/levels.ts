// The five levels of the demo.

import type { AreaLevel } from "#domain/level";

export const LEVELS: readonly AreaLevel[] = [
  { id: "province", ordinal: 0, label: { en: "Province", zh: "省" }, plural: { en: "Provinces" } },
  { id: "prefecture", ordinal: 1, label: { en: "Prefecture", zh: "市" }, plural: { en: "Prefectures" } },
  { id: "county", ordinal: 2, label: { en: "County", zh: "县" }, plural: { en: "Counties" } },
  { id: "township", ordinal: 3, label: { en: "Township", zh: "乡镇" }, plural: { en: "Townships" } },
  { id: "village", ordinal: 4, label: { en: "Village", zh: "村" }, plural: { en: "Villages" } },
];
