// A client of the gateway: what it has sent that still waits, and the limits that it set at its start.

import type { Socket } from "node:net";
import type { Series } from "./wire.ts";

/** What holds for clients that say nothing of their own. */
export interface GatewayLimits {
  readonly statementMs: number;
  readonly idleMs: number;
}

export interface Client {
  readonly socket: Socket;
  readonly waiting: Series[];
  /** Null for no limit. */
  limits: { readonly statementMs: number | null; readonly idleMs: number | null };
  isGone: boolean;
}

/** A limit in milliseconds that a client sets at its start, where 0 is none, as PostgreSQL has it. */
function limitOf(settings: ReadonlyMap<string, string>, name: string, otherwise: number): number | null {
  const own = settings.get(name) ?? new RegExp(`\\b${name}=(\\d+)`).exec(settings.get("options") ?? "")?.[1];
  const ms = own === undefined || !/^\d+$/.test(own) ? otherwise : Number(own);
  return ms === 0 ? null : ms;
}

/** The limits of a client by its start-up settings, else those of the gateway. */
export const limitsOf = (
  settings: ReadonlyMap<string, string>,
  otherwise: GatewayLimits,
): Client["limits"] => ({
  statementMs: limitOf(settings, "statement_timeout", otherwise.statementMs),
  idleMs: limitOf(settings, "idle_in_transaction_session_timeout", otherwise.idleMs),
});
