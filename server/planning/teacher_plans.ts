// Adopted plans of teachers: kept as a run that is done, and what the latest release shows of them.

import type { Knex } from "knex";
import type { AdoptedPlan, Commitment } from "#domain/contract/adopted_plans";
import type { TeacherPlan, TeacherSchool, TeachersQuery } from "#domain/contract/teachers";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import { insertPlan } from "./insert_plan.ts";
import { teacherFile, type AskedTeachers } from "./read_teachers.ts";

/** What is kept as the question of a run of teachers; other runs have no task. */
export interface TeacherQuestion extends TeachersQuery {
  readonly task: "teachers";
}

/** Adopts where teachers go; throws a 409 where nobody is given. */
export async function adoptTeachers(
  db: Knex,
  asked: TeachersQuery,
  { plan, solved }: AskedTeachers,
  commitment: Commitment,
): Promise<number> {
  if (givenIn(plan).length === 0)
    throw new ProblemError(409, "no plan", `no school of area "${asked.area}" is given a teacher`);
  const question: TeacherQuestion = { ...asked, period: plan.period, task: "teachers" };
  return db.transaction(async (trx) => {
    const [run] = await query<{ id: number }>(
      trx,
      `insert into planning.run (release, area_code, question, input_hash, state, plan, run_file, ended_at)
       values (?, ?, ?, ?, 'done', ?, ?, now()) returning id`,
      [
        plan.release,
        asked.area,
        JSON.stringify(question),
        plan.inputHash,
        JSON.stringify(plan),
        teacherFile(solved),
      ],
    );
    return insertPlan(trx, { run: run!.id, area: asked.area }, commitment);
  });
}

const givenIn = ({ schools }: TeacherPlan): TeacherSchool[] => schools.filter(({ given }) => given > 0);

const lackIn = ({ needs, has }: TeacherSchool): number => Math.max(0, Math.ceil(needs - has - 1e-9));

/** Of the teachers promised to schools those who are no longer lacking there, whether they came or pupils left. */
export function deliveredTeachers(
  plan: TeacherPlan,
  now: TeacherPlan,
): Pick<AdoptedPlan, "sites" | "promised" | "delivered"> {
  const lackNow = new Map(now.schools.map((school) => [school.code, lackIn(school)]));
  const promised = givenIn(plan);
  /** No longer lacking; null where the school is not known any more. */
  const filled = (school: TeacherSchool): number | null => {
    const present = lackNow.get(school.code);
    return present === undefined ? null : Math.min(school.given, Math.max(0, lackIn(school) - present));
  };
  return {
    sites: promised.map((school) => {
      const count = filled(school);
      return {
        code: school.code,
        names: school.names,
        isDelivered: count === null ? null : count >= school.given,
      };
    }),
    promised: promised.reduce((sum, { given }) => sum + given, 0),
    delivered: promised.reduce((sum, school) => sum + (filled(school) ?? 0), 0),
  };
}
