import { z } from "zod";
import { contract, noParams } from "./contract.ts";

export const writesContract = contract({
  id: "writes",
  path: "/api/writes",
  summary: "Whether anything can be stored at present: a database after a failover may be read-only",
  params: noParams,
  query: z.strictObject({}),
  response: z.object({ areTaken: z.boolean() }),
});
