import { expect, it } from "vitest";
import type { Office } from "#domain/contract/reports";
import { comparedOffices } from "./compared_offices.ts";

const office = (id: number, answered: number, due: number): Office => ({
  id,
  areaCode: String(id),
  names: { en: `Office ${id}` },
  answerDays: 15,
  share: { answered, due, low: null, high: null },
});

it("compares no office of which fewer than ten reports are due, and lists none with nothing due", () => {
  const { compared, tooFew } = comparedOffices([
    office(1, 9, 10),
    office(2, 0, 9),
    office(3, 0, 0),
    office(4, 5, 10),
    office(5, 1, 1),
  ]);
  expect(compared.map(({ id }) => id)).toEqual([4, 1]);
  expect(tooFew.map(({ id }) => id)).toEqual([2, 5]);
});
