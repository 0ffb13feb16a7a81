import { expect, it } from "vitest";
import { otherText, pickText } from "./text.ts";

const poor = { en: "poor people", zh: "贫困人口", "zh-x-from2021": "低收入人口" };

it("picks the text of a language, else English, else any", () => {
  expect(pickText(poor, "zh")).toBe("贫困人口");
  expect(pickText(poor, "fr")).toBe("poor people");
  expect(pickText({ zh: "村" }, "en")).toBe("村");
  expect(pickText({}, "en")).toBe("");
});

it("speaks in the words of the period", () => {
  expect(pickText(poor, "zh", "2020")).toBe("贫困人口");
  expect(pickText(poor, "zh", "2020Q4")).toBe("贫困人口");
  expect(pickText(poor, "zh", "2021")).toBe("低收入人口");
  expect(pickText(poor, "zh", "2022-03")).toBe("低收入人口");
  expect(pickText(poor, "en", "2022")).toBe("poor people");
  const twice = { zh: "甲", "zh-x-from2021": "乙", "zh-x-from2024": "丙" };
  expect(["2020", "2022", "2024"].map((period) => pickText(twice, "zh", period))).toEqual(["甲", "乙", "丙"]);
});

it("gives another language and no other era", () => {
  expect(otherText(poor, "zh")).toBe("poor people");
  expect(otherText({ zh: "低收入", "zh-x-from2021": "x" }, "zh")).toBe(null);
  expect(otherText({ en: "A", zh: "A" }, "en")).toBe(null);
});
