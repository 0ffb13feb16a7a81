// Turns C++ exceptions of GEOS and PROJ into PostgreSQL errors in the embedded database.
//
// Its PostGIS is compiled without C++ exception handling: what GEOS or PROJ throws unwinds through everything, PGlite drops the
// statement, and the client sees an empty success in a transaction that goes on. Here the throw itself raises an ordinary
// error (errstart, errmsg, errfinish), which PL/pgSQL can catch and which aborts the transaction like any other.

import { writeSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";

const ERROR = 21;

interface BackendModule {
  readonly HEAPU32: Uint32Array;
  UTF8ToString(address: number): string;
  stringToUTF8OnStack(text: string): number;
  _errstart(level: number, domain: number): number;
  _errmsg_internal(format: number): number;
  _errfinish(file: number, line: number, routine: number): void;
  _PostgresMainLoopOnce(): void;
}

/** "N4geos4util17TopologyExceptionE" → "geos::util::TopologyException". */
export function readableTypeName(mangled: string): string {
  let rest = mangled.replace(/^N/, "");
  const names: string[] = [];
  for (let digits = /^\d+/.exec(rest); digits; digits = /^\d+/.exec(rest)) {
    const from = digits[0].length;
    names.push(rest.slice(from, from + Number(digits[0])));
    rest = rest.slice(from + Number(digits[0]));
  }
  return names.join("::") || mangled;
}

/** Must be called before PGlite instantiates its code; the returned function tells which instance then throws. */
export function interceptExceptions(): (db: PGlite) => void {
  let backend: BackendModule | null = null;
  const instantiate = WebAssembly.instantiate as (
    code: unknown,
    imports?: WebAssembly.Imports,
  ) => Promise<unknown>;
  WebAssembly.instantiate = ((code: unknown, imports?: WebAssembly.Imports) => {
    const env = imports?.["env"];
    const original = env?.["__cxa_throw"] as ((...args: number[]) => never) | undefined;
    if (env && original)
      env["__cxa_throw"] = (exception: number, type: number, destructor: number): void => {
        if (!backend) return original(exception, type, destructor);
        // std::type_info holds its virtual table, then the name.
        const name = readableTypeName(backend.UTF8ToString(backend.HEAPU32[(type + 4) >> 2]!));
        const message = backend.stringToUTF8OnStack(`geometry library threw ${name.replaceAll("%", "%%")}`);
        backend._errstart(ERROR, 0);
        backend._errmsg_internal(message);
        backend._errfinish(0, 0, 0);
      };
    return instantiate(code, imports);
  }) as typeof WebAssembly.instantiate;
  return (db) => {
    backend = db.Module as unknown as BackendModule;
    endOnTrap(backend);
  };
}

/** A trap (memory out of bounds, stack exhausted) leaves a backend in an unknown state; PGlite would go on with it. */
function endOnTrap(backend: BackendModule): void {
  const loopOnce = backend._PostgresMainLoopOnce;
  backend._PostgresMainLoopOnce = () => {
    try {
      loopOnce();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
      writeSync(2, `embedded database crashed: ${error.stack ?? error.message}\n`);
      process.kill(process.pid, "SIGKILL");
    }
  };
}
