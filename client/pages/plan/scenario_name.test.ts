import { expect, it } from "vitest";
import { freeLetter, shownName } from "./scenario_name.ts";

it("takes the first letter that is free, and goes on after Z", () => {
  expect(freeLetter([])).toBe("A");
  expect(freeLetter(["A", "东部", "C"])).toBe("B");
  expect(freeLetter(Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at)))).toBe("AA");
});

it("says a letter in the words of the language, and leaves a given name as it is", () => {
  const inEnglish = (letter: string): string => `Plan ${letter}`;
  expect(shownName("B", inEnglish)).toBe("Plan B");
  expect(shownName("方案二", inEnglish)).toBe("方案二");
});
