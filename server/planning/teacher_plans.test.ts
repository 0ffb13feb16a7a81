import { expect, it } from "vitest";
import type { TeacherPlan, TeacherSchool } from "#domain/contract/teachers";
import { deliveredTeachers } from "./teacher_plans.ts";

const school = (code: string, has: number, needs: number, given = 0): TeacherSchool => ({
  code,
  kind: "primary_school",
  names: {},
  township: null,
  at: null,
  pupils: needs * 19,
  has,
  needs,
  given,
});
const plan = (...schools: TeacherSchool[]) => ({ schools }) as unknown as TeacherPlan;

it("holds promised teachers against those who no longer lack, school by school", () => {
  const then = plan(school("a", 2, 5, 3), school("b", 1, 4, 2), school("c", 3, 5, 2), school("d", 6, 5, -1));
  // Of a's three two have come; of b's pupils enough have left; c is closed; what d gave is no promise.
  const now = plan(school("a", 4, 5), school("b", 1, 1), school("d", 5, 5));
  const { sites, promised, delivered } = deliveredTeachers(then, now);
  expect([promised, delivered]).toEqual([7, 4]);
  expect(sites.map(({ code, isDelivered }) => [code, isDelivered])).toEqual([
    ["a", false],
    ["b", true],
    ["c", null],
  ]);
});
