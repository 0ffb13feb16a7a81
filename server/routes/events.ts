// GET /api/events: server-sent events, so that an open map learns of a release that is published elsewhere.

import type { Express } from "express";
import { eventsContract, type ReleaseEvent } from "#domain/contract/events";
import { get, parseParameters, type Services } from "#server/http/serve";

const HEARTBEAT_MS = 20_000;
/** How long a client waits before it connects again. */
const RETRY_MS = 2_000;

const eventOf = (release: number | null): string =>
  `event: release\ndata: ${JSON.stringify({ release } satisfies ReleaseEvent)}\n\n`;

export function eventsRoute(app: Express, { watch }: Services): void {
  get<Record<string, string>>(app, eventsContract.path, async (req, res) => {
    parseParameters(eventsContract.query, req.query);
    res.setHeader("Content-Type", eventsContract.media!);
    res.setHeader("Cache-Control", "no-store");
    // A proxy that collects an answer before it passes it on would hold events back.
    res.setHeader("X-Accel-Buffering", "no");
    res.write(`retry: ${RETRY_MS}\n\n${eventOf(watch.latest)}`);
    const heartbeat = setInterval(() => res.write(": alive\n\n"), HEARTBEAT_MS);
    const unsubscribe = watch.subscribe({
      onLatest: (release) => res.write(eventOf(release)),
      onStop: () => res.end(),
    });
    res.once("close", () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  });
}
