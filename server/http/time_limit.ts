// The time that an answer may take, whatever it waits for: turns, statements, threads.

import type { ServerResponse } from "node:http";
import { ProblemError } from "#server/errors";
import { giveUp } from "./client_gone.ts";

/** Resolves or fails as `work` does; where that takes longer than the limit, nobody waits for it any more and it is a 503. */
export async function withinLimit<T>(res: ServerResponse, limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ProblemError(503, "took too long", `the answer took longer than ${limitMs / 1000} s`));
      giveUp(res);
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
