import { expect, test } from "vitest";
import {
  formatColumnId,
  formatColumnPeriod,
  parseColumnId,
  parseColumnPeriod,
  parsePlainColumnId,
} from "./column_id.ts";

test.each([
  ["2022", { from: null, to: "2022", isReliability: false }],
  ["2014..2022", { from: "2014", to: "2022", isReliability: false }],
  ["2019Q3~reliability", { from: null, to: "2019Q3", isReliability: true }],
  ["2014..2022~reliability", { from: "2014", to: "2022", isReliability: true }],
])("%s is read and written", (text, parsed) => {
  expect(parseColumnPeriod(text)).toEqual(parsed);
  expect(formatColumnPeriod(parsed)).toBe(text);
});

test.each([
  "",
  "20x2",
  "2022..2014",
  "2022..2022",
  "2014..2018..2022",
  "~reliability",
  "2022~sure",
  "2022..",
])("%s is refused", (text) => expect(parseColumnPeriod(text)).toBeNull());

test("a column is an indicator and a period, the plain one without a change or a reliability", () => {
  expect(parseColumnId("mpi@2014..2022")).toEqual({ indicator: "mpi", period: "2014..2022" });
  expect(formatColumnId({ indicator: "mpi", period: "2022" })).toBe("mpi@2022");
  expect(parsePlainColumnId("mpi@2019-07")).toEqual({ indicator: "mpi", period: "2019-07" });
  for (const derived of ["mpi@2014..2022", "mpi@2022~reliability"])
    expect(parsePlainColumnId(derived)).toBeNull();
  for (const malformed of ["mpi", "@2022", "mpi@", "mpi@2022@2021", ""])
    expect(parseColumnId(malformed)).toBeNull();
});
