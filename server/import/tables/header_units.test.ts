// Units that headers name.

import { expect, it } from "vitest";
import { unitInHeader } from "./header_units.ts";

it("knows the units by which numbers are to be multiplied", () => {
  for (const [header, factor] of [
    ["资金（万元）", 1e4],
    ["人口(千人)", 1e3],
    ["投资（亿元）", 1e8],
    ["户数（十万户）", 1e5],
    ["Population (thousands)", 1e3],
    ["Population ('000)", 1e3],
    ["GDP (million KHR)", 1e6],
    ["Budget [in millions]", 1e6],
  ] as const)
    expect(unitInHeader(header, false)?.factor, header).toBe(factor);
});

it("takes nothing else for one", () => {
  for (const header of [
    "到校距离（千米）",
    "重量（千克）",
    "人口（人）",
    "Population (2000)",
    "万山区人口",
    "Millions of people",
    "Poor (%)",
  ])
    expect(unitInHeader(header, false), header).toBeNull();
  expect(unitInHeader("Poor (%)", true)).toEqual({ factor: 0.01, unit: "%" });
  expect(unitInHeader("贫困发生率％", true)?.factor).toBe(0.01);
});
