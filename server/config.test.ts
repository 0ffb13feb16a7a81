import { describe, expect, it } from "vitest";
import { isLoopback, readConfig } from "./config.ts";

describe("configuration", () => {
  it("has a default for everything, and takes an empty variable for none", () => {
    expect(readConfig({ PORT: "", HOST: "" })).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      databaseUrl: null,
      logLevel: "info",
      timeouts: { readMs: 10_000, workMs: 3_600_000, idleMs: 300_000 },
      stopMs: 10_000,
    });
  });

  it.each([
    [{ PORT: "http" }, 'PORT="http": is a port number, 0–65535'],
    [{ PORT: "70000" }, 'PORT="70000": is a port number, 0–65535'],
    [{ DATABASE_URL: "mysql://x" }, 'DATABASE_URL="mysql://x": starts with postgres:// or postgresql://'],
    [{ READ_TIMEOUT_S: "0" }, 'READ_TIMEOUT_S="0": is a number of seconds from 1 to 86400'],
    [{ STOP_TIMEOUT_S: "soon" }, 'STOP_TIMEOUT_S="soon": is a number of seconds'],
    [{ LOG_LEVEL: "loud" }, "is one of fatal, error"],
  ])("refuses %o and says why", (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it("never repeats the password of a database", () => {
    expect(() => readConfig({ DATABASE_URL: "mysql://me:secret@host/db" })).toThrow(
      'DATABASE_URL="mysql://me:…@host/db"',
    );
  });

  it("knows what is this machine only", () => {
    expect(["127.0.0.1", "::1", "localhost", "127.1.2.3"].every(isLoopback)).toBe(true);
    expect(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org"].some(isLoopback)).toBe(false);
  });
});
