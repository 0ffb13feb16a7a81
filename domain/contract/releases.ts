import { z } from "zod";
import { contract, noParams } from "./contract.ts";

export const releaseSchema = z.object({
  number: z.int(),
  /** Number and stamp: what is asked under it never changes, and may be kept. */
  address: z.string(),
  state: z.enum(["draft", "in-review", "published", "withdrawn"]),
  note: z.string(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  boundaryVersion: z.int(),
  periods: z.array(z.string()),
});
export type ReleaseInfo = z.infer<typeof releaseSchema>;

export const releasesContract = contract({
  id: "releases",
  path: "/api/releases",
  summary: "Published and withdrawn releases, newest first",
  params: noParams,
  query: z.strictObject({}),
  response: z.object({ latest: z.int().nullable(), releases: z.array(releaseSchema) }),
});
