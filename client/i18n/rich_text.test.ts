import { expect, it } from "vitest";
import { joined, plain, said } from "./rich_text.ts";
import type { Told } from "./rich_text.ts";

const told = (text: string): Told => ({ text, of: { kind: "pair", at: null } });

it("keeps figures apart from the words around them, and words together", () => {
  const [poor, share] = [told("27"), told("47%")];
  const clause = said`, with ${share} of deprivations`;
  expect(said`Of ${"100"} people ${poor} are poor${clause}${""}.`).toEqual([
    "Of 100 people ",
    poor,
    " are poor, with ",
    share,
    " of deprivations.",
  ]);
});

it("reads as the text it shows", () => {
  expect(plain(joined([said`${told("3")} of A`, said`B`], ", "))).toBe("3 of A, B");
  expect(plain(joined([], ", "))).toBe("");
});
