// What the modes share that show one column of values: its classes, its ranked table, its legend.

import { classesContract, valuesContract } from "#domain/contract/values";
import { classesOfView } from "#client/data/use_classes.ts";
import { valuesOfView } from "#client/data/use_values.ts";
import { Legend } from "#client/legend/Legend.tsx";
import { NOTHING, fillOfClasses } from "#client/model/fill.ts";
import { RankedPane } from "#client/table/RankedPane.tsx";
import { classedBy } from "./mode.ts";
import type { ModeRow } from "./mode.ts";

export const COLUMN_MODE: Pick<ModeRow, "classed" | "listed" | "Legend" | "Pane"> = {
  classed: classedBy(classesContract, {
    asked: classesOfView,
    level: ({ level }) => level,
    fill: (answer, { catalog, view }) => {
      const indicator = catalog.indicators.find(({ id }) => id === answer.indicator);
      return indicator ? fillOfClasses(answer, indicator, view.theme) : NOTHING;
    },
  }),
  listed: { contract: valuesContract, asked: valuesOfView },
  Legend,
  Pane: RankedPane,
};
