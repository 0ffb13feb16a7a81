import { expect, it } from "vitest";
import { wordsOf } from "#client/i18n/words.ts";
import { publicPart } from "./public_part.ts";

const levels = ["county", "township", "village"].map((id, ordinal) => ({
  id,
  ordinal,
  label: { en: id },
})) as unknown as Parameters<typeof publicPart>[1]["levels"];

it("says down to which level an indicator is public, and without which figures", () => {
  const part = (disclosure: "D0" | "D1" | "D2" | "D3") =>
    publicPart({ disclosure }, { levels }, wordsOf("en"));
  expect(part("D0")).toBe("figures down to the village");
  expect(part("D1")).toBe(
    "figures down to the village · no count from 1 to 9 · no rate of fewer than 30 people",
  );
  expect(part("D2")).toContain("down to the township");
  expect(part("D3")).toBe("nothing");
});
