import { expect, test } from "vitest";
import { EDITION_IDS } from "#domain/edition";
import { cacheControl } from "./cache_headers.ts";

const STAMPED = "3-0123456789abcdef";

test("only the public edition is kept by shared caches", () => {
  const shared = [...EDITION_IDS, null].filter((edition) =>
    [STAMPED, undefined].some((address) =>
      cacheControl({ edition, access: "everybody" }, address).includes("public"),
    ),
  );
  expect(shared).toEqual(["public"]);
});

test("what a URL with number and stamp of a release answers is kept for a year, all else is revalidated", () => {
  const audience = { edition: "internal", access: "everybody" } as const;
  expect(cacheControl(audience, STAMPED)).toBe("private, max-age=31536000, immutable");
  for (const address of ["3", undefined])
    expect(cacheControl(audience, address)).toBe("private, max-age=0, must-revalidate");
});
