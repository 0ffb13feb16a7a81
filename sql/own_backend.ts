// Whether a connection has a backend of its own, or a connection pooler is between.

import type { ClientBase } from "pg";

/** Whether a connection has a backend of its own: a pooler gives out a process number of its own, and another backend for every transaction. */
export async function hasOwnBackend(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return "processID" in client && client.processID === rows[0]!.pid;
}
