// The classes of the column that the view shows, and the fill that they make.

import { useMemo } from "react";
import { classesContract } from "#domain/contract/values";
import type { ClassesResponse } from "#domain/contract/values";
import { NOTHING, fillOfClasses } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import { classesAsked, columnOf } from "./column.ts";
import type { ColumnQuery } from "./column.ts";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { useView } from "./view_context.ts";
import type { ViewValue } from "./view_context.ts";

type Asked = ReturnType<typeof classesAsked>;

/** What is asked for the classes of one indicator; null where a view shows none. */
export function classesOfView(here: ViewValue): Asked | null {
  const column: ColumnQuery | null = columnOf(here);
  return column && classesAsked(here, here.resolved.indicator!, column.period);
}

/** The classes of one indicator. */
export const useClasses = (): AnswerState<ClassesResponse, Asked> =>
  useAnswer(classesContract, classesOfView(useView()));

/** The last good classes as a fill, in the colours of their own lens. */
export function useClassFill(): {
  readonly classes: AnswerState<ClassesResponse, Asked>;
  readonly fill: Fill;
} {
  const { catalog, view } = useView();
  const classes = useClasses();
  const answer = classes.shown?.answer;
  const fill = useMemo(() => {
    const indicator = catalog.indicators.find(({ id }) => id === answer?.indicator);
    return answer && indicator ? fillOfClasses(answer, indicator, view.theme) : NOTHING;
  }, [answer, catalog, view.theme]);
  return { classes, fill };
}
