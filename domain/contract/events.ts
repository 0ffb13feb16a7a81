import { z } from "zod";
import { contract, noParams } from "./contract.ts";

/** Data of `event: release`: the latest release, null where none is published any more, and all that are published. */
export const releaseEvent = z.object({
  release: z.int().nullable(),
  /** Of the latest release. */
  address: z.string().nullable(),
  /** Addresses of all published releases: what is not among them is withdrawn, or of another database. */
  published: z.array(z.string()),
});
export type ReleaseEvent = z.infer<typeof releaseEvent>;

export const eventsContract = contract({
  id: "events",
  path: "/api/events",
  summary:
    "Server-sent events: `release` with the latest release, at once and whenever any release is published or withdrawn",
  params: noParams,
  query: z.strictObject({}),
  media: "text/event-stream",
  response: releaseEvent,
});
