// Stands in for zod in the built client (vite.config.ts). There schemas are made, with their contracts, and never run: answers
// are checked while developing, and by the tests of the server. Running one all the same is an error, not a silent yes.

const RUNS = new Set<string | symbol>([
  "parse",
  "safeParse",
  "parseAsync",
  "safeParseAsync",
  "decode",
  "encode",
]);

const refuse = (): never => {
  throw new Error("the built client runs no schema: check the value on the server");
};

const schema: unknown = new Proxy(() => schema, {
  get: (_target, key) => (RUNS.has(key) ? refuse : schema),
});

export const z = schema;
