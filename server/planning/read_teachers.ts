// Reads the schools of an area with pupils and teachers, and the plan of where teachers go.

import { createHash } from "node:crypto";
import { canonicalJson, runFileText } from "#analysis/allocation/run_file";
import type { TeacherPlan, TeachersQuery } from "#domain/contract/teachers";
import { kindsWithTeachers, teachersNeeded } from "#domain/teachers";
import { findArea } from "#server/read/areas/area_rows";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { listFacilities } from "#server/read/things/facilities";
import { ProblemError } from "#server/errors";
import { lastPeriod } from "./read_ground.ts";
import { placeTeachers, type CountedSchool, type SolvedTeachers } from "./teachers.ts";

/** Most schools of one question. */
const MOST_SCHOOLS = 20_000;

export interface AskedTeachers {
  readonly plan: TeacherPlan;
  readonly solved: SolvedTeachers;
}

/** The plan of where teachers go in an area; throws a ProblemError where no school has figures. */
export async function teachersOf(
  store: Store,
  release: Release,
  asked: TeachersQuery,
): Promise<AskedTeachers> {
  const { area, kind, teachers, goal, move } = asked;
  const period = asked.period === undefined ? lastPeriod(release, kind) : release.period(asked.period);
  const kinds = kindsWithTeachers(kind);
  const { detail } = await findArea(store, release, area);
  const { facilities } = await listFacilities(store, release, period, {
    kind: kinds,
    area,
    limit: MOST_SCHOOLS,
  });
  const schools: CountedSchool[] = facilities.flatMap((school) => {
    const { figures, point, parentNames, code, names } = school;
    const needs = teachersNeeded(school.kind, figures);
    if (needs === null || figures.teachers == null) return [];
    const place = { code, kind: school.kind, names, township: parentNames.at(-1) ?? null, at: point };
    return [{ ...place, pupils: figures.pupils!, has: figures.teachers, needs }];
  });
  if (schools.length === 0)
    throw new ProblemError(
      409,
      "no figures",
      `no school of area "${area}" has pupils and teachers in ${period}: import facilities with these figures`,
    );
  const solved = await placeTeachers({ schools, teachers, goal, mayMove: move === "yes" });
  const { content, answer: _answer, ...rest } = solved;
  return {
    solved,
    plan: {
      release: release.number,
      area: { code: area, level: detail.level, names: detail.names, bbox: detail.bbox },
      period,
      kinds,
      uncounted: facilities.length - schools.length,
      ...rest,
      inputHash: createHash("sha256").update(canonicalJson(content)).digest("hex"),
    },
  };
}

/** The text of the file of a plan, which `lens compute` repeats. */
export const teacherFile = ({ content, answer }: SolvedTeachers): string => runFileText(content, answer);
