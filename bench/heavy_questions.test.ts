import { expect, it } from "vitest";
import { CONTRACTS } from "#server/routes/routes";
import { HEAVY, SMALL } from "./heavy_questions.ts";

it("asks every endpoint, or says that its answer is small", () => {
  const ids = CONTRACTS.map(({ id }) => id).sort();
  expect([...Object.keys(HEAVY), ...SMALL].sort()).toEqual(ids);
});
