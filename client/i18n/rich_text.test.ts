import { expect, it } from "vitest";
import { joined, plain, rich } from "./rich_text.ts";
import type { FigureText } from "./rich_text.ts";

const figure = (text: string): FigureText => ({ text, of: { kind: "mode", mode: "bivariate", at: null } });

it("keeps figures apart from the words around them, and words together", () => {
  const [poor, share] = [figure("27"), figure("47%")];
  const clause = rich`, with ${share} of deprivations`;
  expect(rich`Of ${"100"} people ${poor} are poor${clause}${""}.`).toEqual([
    "Of 100 people ",
    poor,
    " are poor, with ",
    share,
    " of deprivations.",
  ]);
});

it("reads as the text it shows", () => {
  expect(plain(joined([rich`${figure("3")} of A`, rich`B`], ", "))).toBe("3 of A, B");
  expect(plain(joined([], ", "))).toBe("");
});
