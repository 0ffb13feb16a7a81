import { expect, test } from "vitest";
import { EDITION_IDS } from "#domain/edition";
import { cacheControl } from "./cache_headers.ts";

test("only the public edition is kept by shared caches", () => {
  const shared = [...EDITION_IDS, null].filter((edition) =>
    [true, false].some((isPinned) =>
      cacheControl({ edition, access: "everybody" }, isPinned).includes("public"),
    ),
  );
  expect(shared).toEqual(["public"]);
});

test("what a URL with a release number answers is kept for a year, all else is revalidated", () => {
  const audience = { edition: "internal", access: "everybody" } as const;
  expect(cacheControl(audience, true)).toBe("private, max-age=31536000, immutable");
  expect(cacheControl(audience, false)).toBe("private, max-age=0, must-revalidate");
});
