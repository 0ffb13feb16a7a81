// An HTTP server that no number of connections, slow or silent ones, takes away from others.

import { createServer, type RequestListener, type Server } from "node:http";

export interface ConnectionLimits {
  /** Connections at a time; further ones are closed at once. */
  readonly connections: number;
  /** Most that the head of a request may take, and the whole of it. */
  readonly headMs: number;
  readonly requestMs: number;
  /** How long a connection is kept on which nothing is asked: longer than proxies keep theirs (nginx 60 s), so that they close first. */
  readonly idleMs: number;
  /** How often that is looked at. */
  readonly checkMs: number;
}

const LIMITS: ConnectionLimits = {
  connections: 1_000,
  headMs: 10_000,
  requestMs: 60_000,
  idleMs: 65_000,
  checkMs: 2_000,
};

/** A server that does not listen yet. */
export function createWebServer(listener: RequestListener, limits: ConnectionLimits = LIMITS): Server {
  const server = createServer(
    {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    listener,
  );
  server.maxConnections = limits.connections;
  return server;
}
