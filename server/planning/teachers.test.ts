// Teachers over schools by hand: who lacks how many, where they go, and what is moved first.

import { expect, it } from "vitest";
import { teachersNeeded } from "#domain/teachers";
import { placeTeachers, type CountedSchool, type TeacherTask } from "./teachers.ts";

const school = (code: string, pupils: number, has: number): CountedSchool => ({
  code,
  kind: "primary_school",
  names: { en: code },
  township: null,
  at: null,
  pupils,
  has,
  needs: teachersNeeded("primary_school", { pupils })!,
});

// a lacks 2 of 10, b lacks 3 of 4, c lacks 1 of 2, d has 3 more than it needs.
const schools = [school("a", 190, 8), school("b", 70, 1), school("c", 25, 1), school("d", 38, 5)];
const ask = (patch: Partial<TeacherTask>) =>
  placeTeachers({ schools, teachers: 3, goal: "smallest_share", mayMove: false, ...patch });
const givenBy = ({ schools: all }: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(all.map(({ code, given }) => [code, given]));

it("counts whole teachers, by the norm of the kind", () => {
  expect(schools.map(({ needs }) => needs)).toEqual([10, 4, 2, 2]);
  expect(teachersNeeded("junior_school", { pupils: 27 })).toBe(2);
  expect(teachersNeeded("primary_school", { pupils: 0 })).toBe(0);
  expect([teachersNeeded("clinic", { pupils: 5 }), teachersNeeded("primary_school", {})]).toEqual([
    null,
    null,
  ]);
});

it("posts them where the smallest share of the need is", async () => {
  const plan = await ask({});
  expect(givenBy(plan)).toEqual({ a: 0, b: 2, c: 1, d: 0 });
  expect(plan).toMatchObject({
    lack: { before: 6, after: 3 },
    short: { before: 3, after: 2 },
    smallest: { before: 0.25, after: 0.75 },
    pupilsWithin: { before: 38, after: 63 },
    posted: 3,
    moved: 0,
    left: 0,
    surplus: 3,
    status: "optimal",
    isChecked: true,
  });
});

it("brings most pupils into schools that meet the norm", async () => {
  const plan = await ask({ goal: "most_pupils" });
  expect(givenBy(plan)).toEqual({ a: 2, b: 0, c: 1, d: 0 });
  expect(plan).toMatchObject({ pupilsWithin: { before: 38, after: 253 }, objective: 215, isChecked: true });
});

it("moves those above the norm before it posts new ones, and no more than are needed", async () => {
  const plan = await ask({ teachers: 1, mayMove: true });
  expect(givenBy(plan)).toEqual({ a: 0, b: 3, c: 1, d: -3 });
  expect(plan).toMatchObject({ moved: 3, posted: 1, left: 0, lack: { before: 6, after: 2 } });
  const enough = await ask({ teachers: 30, mayMove: true });
  expect(enough).toMatchObject({ moved: 3, posted: 3, left: 27, lack: { before: 6, after: 0 } });
});
