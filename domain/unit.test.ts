import { expect, test } from "vitest";
import { formatChange, formatValue, unitLabel, unitOfChange } from "./unit.ts";

test("a share is written in per cent, with the suffix only when it is not bare", () => {
  expect(formatValue(0.27351, "share", "en")).toBe("27.4%");
  expect(formatValue(0.27351, "share", "zh", { bare: true })).toBe("27.4");
});

test("large numbers are shortened to 万 and 亿 in Chinese, k and M in English", () => {
  expect(formatValue(34_210, "persons", "zh")).toBe("3.4 万");
  expect(formatValue(250_000_000, "persons", "zh")).toBe("2.5 亿");
  expect(formatValue(34_210, "persons", "en")).toBe("34.2k");
  expect(formatValue(9_876, "persons", "en")).toBe("9,876");
  expect(formatValue(3_400_000, "persons", "en")).toBe("3.4M");
  expect(formatValue(34_210, "persons", "en", { whole: true })).toBe("34,210");
});

test("money is stored in fen and shown in yuan", () => {
  expect(formatValue(123_400, "yuan", "en")).toBe("1,234 yuan");
  expect(formatValue(2_340_000_000, "yuan", "zh")).toBe("2,340 万元");
});

test("shortened money has four significant digits", () => {
  expect(formatValue(5_527_230_000, "yuan", "zh")).toBe("5,527 万元");
  expect(formatValue(55_272_300_000, "yuan", "zh")).toBe("5.527 亿元");
  expect(formatValue(55_272_300, "yuan", "zh")).toBe("55.27 万元");
  expect(formatValue(5_527_230_000, "yuan", "en")).toBe("55.27M yuan");
  expect(formatValue(5_527_230_000, "yuan", "en", { digits: 0 })).toBe("55M yuan");
});

test("minus is a real minus, and a change that rounds to nothing has no sign", () => {
  expect(formatChange(-0.0124, "share", "en")).toBe("−1.2 pp");
  expect(formatChange(0.0124, "share", "zh")).toBe("+1.2 个百分点");
  expect(formatChange(-0.00004, "index", "en")).toBe("0.000");
  expect(formatChange(0.00004, "index", "en")).toBe("0.000");
});

test("the head of a column of changes says the unit once, and the rows leave it off", () => {
  expect(formatChange(-0.0124, "share", "en", { bare: true })).toBe("−1.2");
  expect(unitOfChange("share", "en")).toBe("pp");
  expect(unitOfChange("minutes", "zh")).toBe("分钟");
  expect(unitOfChange("index", "en")).toBe("");
});

test("money is yuan unless a currency is named, and never yuan then", () => {
  expect(formatValue(123_456_00, "yuan", "en", { whole: true })).toBe("123,456 yuan");
  for (const unit of ["yuan", "money"] as const) {
    expect(formatValue(123_456_00, unit, "en", { whole: true, currency: "KHR" })).toBe("123,456 KHR");
    expect(formatChange(-5_00, unit, "zh", { currency: "KHR" })).toBe("−5 KHR");
    expect(unitLabel(unit, "en", "KHR")).toBe("Cambodian Riel");
    expect(unitLabel(unit, "zh", "KHR")).toBe("柬埔寨瑞尔");
    expect(unitOfChange(unit, "en", "KHR")).toBe("KHR");
  }
});
