import { expect, it } from "vitest";
import { progressTo } from "./progress.ts";

it("says what, how far and how long still, every two seconds at most", () => {
  const lines: string[] = [];
  let at = 0;
  const progress = progressTo({ write: (text) => lines.push(text) }, () => at);
  progress({ what: "reading", done: 0, total: null });
  at = 1_000;
  progress({ what: "cutting", done: 0, total: 100 });
  at = 5_000;
  progress({ what: "cutting", done: 20, total: 100 });
  at = 6_000;
  progress({ what: "cutting", done: 30, total: 100 });
  at = 21_000;
  progress({ what: "cutting", done: 100, total: 100 });
  expect(lines).toEqual(["reading …\n", "cutting: 20 of 100, 16 s left\n", "cutting: 100 of 100\n"]);
});
