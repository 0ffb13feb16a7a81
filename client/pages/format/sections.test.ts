import { expect, it } from "vitest";
import { wordsOf } from "#client/i18n/words.ts";
import type { Language } from "#domain/language";
import { matching, sectionsOf } from "./sections.ts";

const FORMAT = {
  sections: [
    {
      id: "tables",
      title: { en: "Tables", zh: "数据表" },
      keys: [
        {
          path: "tables[].key.pad",
          type: "whole number",
          isRequired: false,
          holds: { en: "Digits of a code", zh: "代码位数" },
        },
      ],
    },
  ],
  measures: [
    { id: "persons", label: { en: "people", zh: "人口" }, unit: "persons" as const, isOfRegister: true },
  ],
  indicators: [],
  units: [],
  rules: [
    {
      id: "tables",
      title: { en: "Cells", zh: "单元格" },
      rules: [
        {
          id: "per_cent",
          severity: "note" as const,
          input: { en: "`8.0%`", zh: "百分数 `8.0%`" },
          handling: { en: "read as shares", zh: "读作比例" },
        },
      ],
    },
  ],
};
const found = (typed: string, language: Language = "en") =>
  matching(sectionsOf(FORMAT, wordsOf(language)), typed).flatMap(({ rows }) =>
    rows.map(({ cells }) => cells[0]),
  );

it("finds keys, measures and rules by any words of them, in either language", () => {
  expect(found("")).toEqual(["tables[].key.pad", "persons", "8.0%"]);
  expect(found("DIGITS pad")).toEqual(["tables[].key.pad"]);
  expect(found("人口")).toEqual(["persons"]);
  expect(found("shares per_cent")).toEqual(["8.0%"]);
  expect(found("读作比例")).toEqual(["8.0%"]);
  expect(found("pad shares")).toEqual([]);
});

it("shows what is found and what becomes of it in the language of the reader", () => {
  expect(found("per_cent", "zh")).toEqual(["百分数 8.0%"]);
  expect(found("per_cent", "en")).toEqual(["8.0%"]);
});
