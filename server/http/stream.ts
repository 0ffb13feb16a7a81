// Server-sent events: an answer that stays open until the client leaves or the server stops.

import type { Request, Response } from "express";
import { NOT_KEPT } from "./cache_headers.ts";

/** A comment goes out this often, so that no proxy takes the connection for idle. */
const HEARTBEAT_MS = 20_000;
/** How long a client waits before it connects again. */
const RETRY_MS = 2_000;

export interface EventStream {
  send(event: string, data: unknown): void;
  /** Ends the answer. */
  end(): void;
}

/** Opens a stream; what `start` gives back is called when it is closed. */
export function openStream(
  req: Request,
  res: Response,
  media: string,
  start: (events: EventStream) => () => void,
): void {
  res.setHeader("Content-Type", media);
  res.setHeader("Cache-Control", NOT_KEPT);
  // A proxy that collects an answer before it passes it on would hold events back.
  res.setHeader("X-Accel-Buffering", "no");
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  res.write(`retry: ${RETRY_MS}\n\n`);
  const stop = start({
    send: (event, data) => void res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => void res.end(),
  });
  const heartbeat = setInterval(() => res.write(": alive\n\n"), HEARTBEAT_MS);
  res.once("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}
