import { expect, it } from "vitest";
import { firstQuestion, questionKey, questionSchema } from "./planning.ts";

it("begins with what the schema fills in, which the client cannot run", () => {
  expect(firstQuestion("99")).toEqual(questionSchema.parse({ area: "99" }));
});

it("knows a question again in another order of keys and with its period filled in", () => {
  const question = firstQuestion("99");
  const turned = Object.fromEntries(Object.entries({ ...question, period: "2022" }).reverse());
  expect(questionKey(turned as typeof question)).toBe(questionKey(question));
  expect(questionKey({ ...question, sites: 9 })).not.toBe(questionKey(question));
});
