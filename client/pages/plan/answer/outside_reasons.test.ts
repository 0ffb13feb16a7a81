import { expect, it } from "vitest";
import type { OutsideReason } from "#domain/planning";
import { groupByReason } from "./outside_reasons.ts";

it("puts villages together by reason, most people first, and leaves out what nobody is in", () => {
  const village = (code: string, people: number, reason: OutsideReason) => ({
    code,
    names: {},
    township: {},
    people,
    minutes: null,
    reason,
  });
  const groups = groupByReason([
    village("a", 40, "not_chosen"),
    village("b", 30, "no_path"),
    village("c", 20, "no_path"),
  ]);
  expect(groups.map(({ reason, people, villages }) => [reason, people, villages.length])).toEqual([
    ["no_path", 50, 2],
    ["not_chosen", 40, 1],
  ]);
});
