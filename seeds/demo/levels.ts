// The five levels of the demo.

import type { AreaLevel } from "#domain/level";

export const LEVELS: readonly AreaLevel[] = [
  { id: "province", ordinal: 0, label: { en: "province", zh: "省" }, plural: { en: "provinces" } },
  { id: "prefecture", ordinal: 1, label: { en: "prefecture", zh: "市" }, plural: { en: "prefectures" } },
  { id: "county", ordinal: 2, label: { en: "county", zh: "县" }, plural: { en: "counties" } },
  { id: "township", ordinal: 3, label: { en: "township", zh: "乡镇" }, plural: { en: "townships" } },
  { id: "village", ordinal: 4, label: { en: "village", zh: "村" }, plural: { en: "villages" } },
];
