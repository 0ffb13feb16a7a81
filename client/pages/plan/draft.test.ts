import { expect, it } from "vitest";
import { changed, historyOf, redone, undone } from "./draft.ts";

it("takes changes back and makes them again; a new change forgets what was taken back", () => {
  const first = historyOf("99");
  const ask = (sites: number) => ({ ...first.present, question: { ...first.present.question, sites } });
  const third = changed(changed(first, ask(4)), ask(5));
  expect(third.present.question.sites).toBe(5);
  const second = undone(third);
  expect(second.present.question.sites).toBe(4);
  expect(redone(second).present.question.sites).toBe(5);
  const other = changed(second, ask(7));
  expect(redone(other)).toBe(other);
  expect(undone(undone(other)).present).toBe(first.present);
  expect(undone(first)).toBe(first);
});
