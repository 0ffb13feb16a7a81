import { z } from "zod";
import { contract, noParams } from "./contract.ts";

/** Data of `event: release`: the latest release by number and by address, null where none is published any more. */
export const releaseEvent = z.object({ release: z.int().nullable(), address: z.string().nullable() });
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
