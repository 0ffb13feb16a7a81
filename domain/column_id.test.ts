import { expect, test } from "vitest";
import { formatColumnId, formatColumnPeriod, parseColumnId, parseColumnPeriod } from "./column_id.ts";

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

test("an indicator and a period are one name and back; one with other than two parts is none", () => {
  const id = { indicator: "mpi", period: "2014..2022~reliability" };
  expect(parseColumnId(formatColumnId(id))).toEqual(id);
  for (const text of ["", "mpi", "mpi@", "@2022", "mpi@2022@2023"]) expect(parseColumnId(text)).toBeNull();
});
