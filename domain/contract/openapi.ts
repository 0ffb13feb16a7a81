import { z } from "zod";
import { contract, noParams } from "./contract.ts";

export const openApiContract = contract({
  id: "openapi",
  path: "/api/openapi.json",
  summary: "This description, as OpenAPI 3.1",
  params: noParams,
  query: z.looseObject({}),
  response: z.looseObject({ openapi: z.literal("3.1.0") }),
});
