// The only place that fetches. Answers are typed by the contracts; while developing they are also checked by them.

import type { z } from "zod";
import type { Contract, Problem } from "#domain/contract/contract";
import { DEFAULT_EDITION } from "#domain/edition";

/** Waits between the tries of a request that the server could not answer just now, in milliseconds. */
const RETRY_WAITS = [500, 1500, 4000];

/** Addresses with a stamp: those of a release, and of a tile of the layers beside the areas. */
const NEVER_CHANGES = /(?:\/tiles\/|[?&]release=)\d+-|\/api\/context\/\w+\/[0-9a-f]{16}\//;

/** Why a request failed: `away` the server was not reached, `busy` it answered 503, `refused` anything else. */
export class ApiError extends Error {
  readonly kind: "away" | "busy" | "refused";
  readonly status: number | null;
  readonly requestId: string | null;
  /** Title of the server's problem: a stable name, by which it is said in the reader's language. */
  readonly title: string | null;
  constructor(
    kind: ApiError["kind"],
    message: string,
    status: number | null,
    requestId: string | null,
    title: string | null = null,
  ) {
    super(message);
    this.name = "ApiError";
    this.kind = kind;
    this.status = status;
    this.requestId = requestId;
    this.title = title;
  }
}

/** Any failure as one that can be shown. */
export const asApiError = (reason: unknown): ApiError =>
  reason instanceof ApiError ? reason : new ApiError("refused", String(reason), null, null);

export type Answer<C extends Contract> = z.output<C["response"]>;

/** What a contract is asked with. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  /** Null and undefined are left out. */
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
}

export interface Question<C extends Contract = Contract> extends Asked {
  readonly contract: C;
}

/** The address of a question. */
export function addressOf({ contract, params = {}, query = {} }: Question): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && "requestId" in body;

async function failureOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  const kind = [502, 503, 504].includes(response.status) ? "busy" : "refused";
  return isProblem(body)
    ? new ApiError(kind, body.detail, response.status, body.requestId, body.title)
    : new ApiError(kind, response.statusText, response.status, null);
}

async function tryOnce(address: string, accept: string, signal: AbortSignal): Promise<Response> {
  try {
    // What names no release with its stamp may mean another one today, whatever an older version has had kept for a year.
    const cache = NEVER_CHANGES.test(address) ? "default" : "no-cache";
    return await fetch(address, { signal, headers: { accept }, cache });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError("away", String(error), null, null);
  }
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

/** Repeats a request until there is a good answer, with pauses while the server is away or busy. */
async function goodAnswer(address: string, accept: string, signal: AbortSignal): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    let failure: ApiError;
    try {
      const response = await tryOnce(address, accept, signal);
      if (response.ok) return response;
      failure = await failureOf(response);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failure = error;
    }
    const pause = RETRY_WAITS[attempt];
    if (failure.kind === "refused" || pause === undefined) throw failure;
    await wait(pause, signal);
  }
}

/** Asks the server for `address`; tries again while it is away or busy. Throws ApiError, or the reason of the signal. */
export async function ask<C extends Contract>(
  contract: C,
  address: string,
  signal: AbortSignal,
): Promise<Answer<C>> {
  const response = await goodAnswer(address, "application/json", signal);
  const body: unknown = await response.json();
  return (import.meta.env.DEV ? contract.response.parse(body) : body) as Answer<C>;
}

/** Sends JSON to `address`, or nothing, and returns the answer; never tried again, since it may have been done. Throws ApiError. */
export async function send<C extends Contract>(
  contract: C,
  asked: Asked,
  body?: z.input<NonNullable<C["body"]>>,
  signal?: AbortSignal,
): Promise<Answer<C>> {
  let response: Response;
  try {
    response = await fetch(addressOf({ contract, ...asked }), {
      method: contract.method,
      headers: { accept: "application/json", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError("away", String(error), null, null);
  }
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as Answer<C>;
}

/** Asks for bytes in the same way; an empty answer (204) has none. */
export async function askBytes(address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await goodAnswer(address, "*/*", signal);
  return new Uint8Array(await response.arrayBuffer());
}

/** Address of the geometry of a tile: the same for all releases that share a boundary version. */
export const geometryAddress = (release: string, boundary: string, level: string, tile: string): string =>
  `/tiles/${release}/${DEFAULT_EDITION}/geometry/${boundary}/${level}/${tile}?n=0`;

/** Address of the values of a tile, `tile` being `z/x/y`. */
export const valuesAddress = (
  release: string,
  level: string,
  tile: string,
  columns: readonly string[],
): string => `/tiles/${release}/${DEFAULT_EDITION}/values/${level}/${tile}?c=${columns.join()}`;

/** Address of a tile of a layer beside the areas. */
export const contextAddress = (layer: string, address: string, tile: string): string =>
  `/api/context/${layer}/${address}/${tile}`;
