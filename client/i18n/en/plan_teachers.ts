// English words of posting teachers, a part of the planner's workbench.

import type { TeacherGoal } from "#domain/teachers";
import { plural } from "./grammar.ts";

export const teachers = {
  title: "Teachers to post",
  count: (n: number) => plural(n, { one: "1 teacher", other: `${n} teachers` }),
  have: "Post",
  countTitle: "Teachers to post",
  move: { yes: "and move those above the norm first", no: "and move nobody" },
  moveTitle: "Teachers above the norm of their school",
  forWhom: (area: string, schools: number) =>
    `${area}: ${plural(schools, { one: "1 school", other: `${schools} schools` })} with pupils and teachers counted`,
  lacking: "teachers lacking by the norm",
  surplus: "teachers above the norm elsewhere",
  uncounted: "schools without figures, left out",
  norm: (kind: string, pupils: string) => `${kind}: at most ${pupils} pupils for each teacher`,
  goal: {
    smallest_share: "the schools behind all others first",
    most_pupils: "most pupils in schools that meet the norm",
  } satisfies Record<TeacherGoal, string>,
  proven: {
    smallest_share: (share: string) =>
      `No way of posting these teachers lifts the smallest share of the need above ${share}; this one reaches it.`,
    most_pupils: (pupils: string) =>
      `No way of posting these teachers brings more than ${pupils} pupils into schools that meet the norm; this one does.`,
    all: "Every school meets the norm.",
  },
  figures: {
    lack: "teachers lacking",
    short: "schools below the norm",
    pupils: "pupils in schools that meet it",
    smallest: "smallest share of the need",
  },
  split: (posted: number, moved: number) => `${posted} posted, ${moved} moved`,
  left: (n: number) => `${n} are not needed.`,
  where: "Where they go",
  from: "Moved from",
  columns: {
    school: "School, township",
    pupils: "Pupils",
    has: "Has",
    needs: "Needs",
    given: "Given",
    after: "Lacks",
  },
  rest: (n: number) => `${n} more schools below the norm get nobody`,
  map: (area: string) => `Map of ${area}: schools, and how many teachers go there`,
  legend: {
    given: "teachers posted",
    moved: "teachers moved away",
    short: "below the norm still",
    met: "meets the norm",
  },
};
