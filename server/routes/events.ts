// GET /api/events: server-sent events, so that an open map gets news of a release that is published or withdrawn elsewhere.

import { eventsContract, type ReleaseEvent } from "#domain/contract/events";
import { stream } from "#server/http/route";

export const eventsRoute = stream(eventsContract, ({ watch }, _call, events) => {
  const sendLatest = (): void => {
    const { number = null, address = null } = watch.latest ?? {};
    const published = watch.releases.filter(({ state }) => state === "published");
    events.send("release", {
      release: number,
      address,
      published: published.map((release) => release.address),
    } satisfies ReleaseEvent);
  };
  // A database that has not answered yet may have releases.
  if (watch.isKnown) sendLatest();
  return watch.subscribe({ onReleases: sendLatest, onStop: () => events.end() });
});
