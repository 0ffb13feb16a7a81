// The environment, parsed once.

import { resolve } from "node:path";
import { z } from "zod";
import { DEFAULT_TIMEOUTS, type DatabaseTimeouts } from "#sql/timeouts";

const megabytes = (fallback: number) =>
  z.coerce
    .number({ error: "is a number of megabytes" })
    .int()
    .min(1)
    .max(65_536)
    .default(fallback)
    .transform((value) => value * 2 ** 20);

const seconds = (fallback: number, max: number) =>
  z.coerce
    .number({ error: "is a number of seconds" })
    .min(1, { error: `is a number of seconds from 1 to ${max}` })
    .max(max, { error: `is a number of seconds from 1 to ${max}` })
    .default(fallback)
    .transform((value) => Math.round(value * 1000));

const DAY_S = 86_400;

/** Most that an answer may take: a statement, its turn before it, and what is made of it. */
export const DEFAULT_ANSWER_MS = 30_000;

const perSecond = (fallback: number) =>
  z.coerce
    .number({ error: "is a number of requests" })
    .min(1, { error: "is a number of requests, at least 1" })
    .max(1e6, { error: "is a number of requests, at most 1,000,000" })
    .default(fallback);

/** Names or addresses with commas between them. */
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );

const schema = z.object({
  PORT: z.coerce
    .number({ error: "is a port number, 0–65535" })
    .int({ error: "is a port number, 0–65535" })
    .min(0, { error: "is a port number, 0–65535" })
    .max(65_535, { error: "is a port number, 0–65535" })
    .default(8080),
  METRICS_PORT: z.coerce
    .number({ error: "is a port number, 1–65535" })
    .int({ error: "is a port number, 1–65535" })
    .min(1, { error: "is a port number, 1–65535" })
    .max(65_535, { error: "is a port number, 1–65535" })
    .optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "starts with postgres:// or postgresql://" })
    .optional(),
  EMBEDDED_FSYNC: z.enum(["on", "off"], { error: "is on or off" }).default("on"),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "starts with postgres:// or postgresql://" })
    .optional(),
  ALLOWED_HOSTS: list,
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "is an address like https://map.example.org" }).optional(),
  FRAME_ANCESTORS: z
    .string()
    .default("*")
    .transform((text) => text.split(/[\s,]+/).filter((source) => source !== ""))
    .refine((sources) => sources.every((source) => /^[\w*.:/'-]+$/.test(source)), {
      error: "is * or a list of addresses like https://news.example.org",
    }),
  TRUSTED_PROXIES: list,
  RATE_PER_SECOND: perSecond(40),
  RATE_BURST: perSecond(200),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "is one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  READ_TIMEOUT_S: seconds(DEFAULT_TIMEOUTS.readMs / 1000, DAY_S),
  WORK_TIMEOUT_S: seconds(DEFAULT_TIMEOUTS.workMs / 1000, DAY_S),
  IDLE_TIMEOUT_S: seconds(DEFAULT_TIMEOUTS.idleMs / 1000, DAY_S),
  ANSWER_TIMEOUT_S: seconds(DEFAULT_ANSWER_MS / 1000, 3600),
  STOP_TIMEOUT_S: seconds(10, 3600),
  CACHE_TILES_MB: megabytes(256),
  CACHE_COLUMNS_MB: megabytes(256),
  CACHE_AREAS_MB: megabytes(256),
  CACHE_BODIES_MB: megabytes(256),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Port that serves `/metrics` alone; null for none. */
  readonly metricsPort: number | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly readUrl: string | null;
  /** Whether a commit in the embedded database waits until it is on the disk. */
  readonly isDurable: boolean;
  /** Names by which requests may call the server, beside loopback names and addresses. */
  readonly allowedHosts: readonly string[];
  /** Under which address people reach the server; null where that is not set. */
  readonly publicUrl: string | null;
  /** Sites that may show maps and charts of the portal in a frame, as `frame-ancestors` takes them. */
  readonly frameAncestors: readonly string[];
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Answers that are computed for one address, in the long run and at once. */
  readonly rate: { readonly perSecond: number; readonly burst: number };
  readonly logLevel: string;
  readonly timeouts: DatabaseTimeouts;
  /** Most that an answer may take. */
  readonly answerMs: number;
  /** Most that a stop may take. */
  readonly stopMs: number;
  /** Most bytes each cache may hold. */
  readonly cacheBytes: {
    readonly tiles: number;
    readonly columns: number;
    readonly areas: number;
    readonly bodies: number;
  };
}

/** A variable whose value cannot be used; the message names all of them. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const withoutPassword = (value: string): string => value.replace(/:[^:@/]*@/, ":…@");

/** Reads the configuration; an empty variable counts as not set. Throws a ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues
        .map(
          ({ path: [name], message }) =>
            `${String(name)}="${withoutPassword(set[String(name)] ?? "")}": ${message}`,
        )
        .join("\n"),
    );
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    metricsPort: env.METRICS_PORT ?? null,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    readUrl: env.DATABASE_READ_URL ?? null,
    isDurable: env.EMBEDDED_FSYNC === "on",
    allowedHosts: [...env.ALLOWED_HOSTS, ...(env.PUBLIC_URL ? [new URL(env.PUBLIC_URL).hostname] : [])],
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    frameAncestors: env.FRAME_ANCESTORS,
    trustedProxies: env.TRUSTED_PROXIES,
    rate: { perSecond: env.RATE_PER_SECOND, burst: env.RATE_BURST },
    logLevel: env.LOG_LEVEL,
    timeouts: { readMs: env.READ_TIMEOUT_S, workMs: env.WORK_TIMEOUT_S, idleMs: env.IDLE_TIMEOUT_S },
    answerMs: env.ANSWER_TIMEOUT_S,
    stopMs: env.STOP_TIMEOUT_S,
    cacheBytes: {
      tiles: env.CACHE_TILES_MB,
      columns: env.CACHE_COLUMNS_MB,
      areas: env.CACHE_AREAS_MB,
      bodies: env.CACHE_BODIES_MB,
    },
  };
}

/** Whether a host name means this machine only. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
