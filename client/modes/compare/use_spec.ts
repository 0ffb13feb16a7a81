// What one of several maps asks for, and the fill that the answer makes.

import { useMemo } from "react";
import { isFilled } from "#domain/column_kind";
import { classesContract } from "#domain/contract/values";
import { findIndicator } from "#domain/indicator";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { rampOfIndicator } from "#domain/lens_colours";
import { fillOf } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import type { ClassesQuery } from "#client/model/figure_ref.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { classRule } from "#client/model/resolved_view.ts";

export interface SpecState {
  readonly indicator: CatalogIndicator | null;
  /** Whether the indicator has figures in the period. */
  readonly isThere: boolean;
  /** Release, indicator, period and level. */
  readonly column: MapSpec & { readonly release: string; readonly level: string };
  readonly question: ClassesQuery | null;
  readonly fill: Fill | null;
}

export function useSpec(spec: MapSpec): SpecState {
  const { catalog, resolved, view } = useView();
  const indicator = findIndicator(catalog.indicators, spec.indicator) ?? null;
  const isThere = indicator?.periods.includes(spec.period) === true;
  const column = { release: catalog.address, ...spec, level: resolved.level.id };
  // Breaks of all periods, so that two periods of one indicator have the same.
  const rule = indicator && classRule({ ...view, scope: "periods" }, indicator);
  const question = rule && isThere ? { ...column, ...rule } : null;
  const classes = useAnswer(classesContract, question && { query: question });
  const fill = useMemo(
    () =>
      classes.data && indicator
        ? fillOf(classes.data, indicator, rampOfIndicator(indicator, view.theme), !isFilled(indicator))
        : null,
    [classes.data, indicator, view.theme],
  );
  return { indicator, isThere, column, question, fill };
}
