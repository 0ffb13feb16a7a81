// The request for how things stand for a question.

import type { PlanQuestion } from "#domain/planning";

/** The query for the situation of a question in a release. */
export const situationQuery = (
  { area, kind, minutes, travel, existingPlaces }: PlanQuestion,
  release: string,
) => ({
  release,
  area,
  kind,
  minutes,
  travel,
  existingPlaces: existingPlaces ? ("yes" as const) : ("no" as const),
});
