// Teachers a school needs by its norm, and what counts as good where some are to be posted.

import { facilityKind, FACILITY_KINDS } from "./facilities.ts";
import type { FacilityFigures } from "./facilities.ts";

/** What counts as good: the schools behind all others first, or the most pupils in schools that meet the norm. */
export const TEACHER_GOALS = ["smallest_share", "most_pupils"] as const;
export type TeacherGoal = (typeof TEACHER_GOALS)[number];

/** Most pupils for each teacher in schools of a kind; null where there is no such norm. */
export function pupilsPerTeacher(kind: string): number | null {
  const norm = facilityKind(kind)?.norms.find(({ of, per }) => of === "pupils" && per === "teachers");
  return norm?.limit ?? null;
}

/** Kinds of the same stage as a kind that have a norm of teachers. */
export const kindsWithTeachers = (kind: string): string[] =>
  FACILITY_KINDS.filter(
    ({ id, stage }) => stage === facilityKind(kind)?.stage && pupilsPerTeacher(id) !== null,
  ).map(({ id }) => id);

/** Whole teachers that the pupils of a school need, one at least where there are pupils; null where that cannot be told. */
export function teachersNeeded(kind: string, { pupils }: FacilityFigures): number | null {
  const limit = pupilsPerTeacher(kind);
  return limit === null || pupils == null ? null : Math.max(0, Math.ceil(pupils / limit - 1e-9));
}
