// GET /api/events: server-sent events, so that an open map learns of a release that is published elsewhere.

import { eventsContract, type ReleaseEvent } from "#domain/contract/events";
import { stream } from "#server/http/route";

export const eventsRoute = stream(eventsContract, ({ watch }, _call, events) => {
  const sendLatest = (release: number | null): void =>
    events.send("release", { release } satisfies ReleaseEvent);
  sendLatest(watch.latest);
  return watch.subscribe({ onLatest: sendLatest, onStop: () => events.end() });
});
