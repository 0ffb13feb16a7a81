// Keeps map and list to the areas that meet the conditions, wherever the panel of filters stands.

import { useEffect } from "react";
import { useFilter } from "#client/data/use_filter.ts";
import { setKeptAreas } from "#client/model/kept_areas.ts";

export function FilterEffect() {
  const { columns, filtered } = useFilter();
  const level = columns.data?.level;
  useEffect(() => {
    setKeptAreas(filtered && level ? { level, codes: new Set(filtered.codes) } : null);
  }, [filtered, level]);
  useEffect(() => () => setKeptAreas(null), []);
  return null;
}
