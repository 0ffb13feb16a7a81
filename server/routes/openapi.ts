// GET /api/openapi.json: OpenAPI 3.1, made from the contracts.

import { z } from "zod";
import { problemSchema, type Contract } from "#domain/contract/contract";
import { openApiContract } from "#domain/contract/openapi";
import { plain } from "#server/http/route";

/** The API's own version, independent of the data; raised too where an answer comes to mean something else in the same shape. */
const API_VERSION = "1.0.0";

type JsonSchema = Record<string, unknown>;

const schemaOf = (type: z.ZodType, io: "input" | "output"): JsonSchema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: "any" }) as JsonSchema;
  return schema;
};

function parametersOf(fields: z.ZodObject, place: "path" | "query"): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(fields, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema,
  }));
}

const problem = (description: string): JsonSchema => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** Bytes have no JSON Schema; what travels as text has that of its data. */
const mediaSchema = ({ media, response }: Contract): JsonSchema =>
  media!.startsWith("text/") ? schemaOf(response, "output") : { type: "string", format: "binary" };

const bodyOf = (body: z.ZodType): JsonSchema => ({
  required: true,
  content: { "application/json": { schema: schemaOf(body, "input") } },
});

function operationOf(contract: Contract): JsonSchema {
  const text = Object.fromEntries(
    (contract.also ?? []).map((type) => [type, { schema: { type: "string" } }]),
  );
  return {
    operationId: contract.id,
    summary: contract.summary,
    parameters: [...parametersOf(contract.params, "path"), ...parametersOf(contract.query, "query")],
    ...(contract.body ? { requestBody: bodyOf(contract.body) } : {}),
    responses: {
      "200": {
        description: contract.summary,
        content:
          contract.media === undefined
            ? { "application/json": { schema: schemaOf(contract.response, "output") }, ...text }
            : { [contract.media]: { schema: mediaSchema(contract) } },
      },
      ...(contract.path.includes(":z") ? { "204": { description: "no area in this tile" } } : {}),
      "400": problem(contract.body ? "a malformed parameter or body" : "a malformed parameter"),
      "404": problem("something unknown; the detail names what is known"),
      ...(contract.body
        ? { "413": problem("a body that is too large"), "415": problem("a body that is not JSON") }
        : {}),
      "503": problem("the database is away; see Retry-After"),
    },
  };
}

/** The OpenAPI document of contracts. */
export function openApiDocument(contracts: readonly Contract[]): JsonSchema & { openapi: "3.1.0" } {
  const paths: Record<string, JsonSchema> = {};
  for (const contract of contracts) {
    const path = (paths[contract.path.replace(/:(\w+)/g, "{$1}")] ??= {});
    path[contract.method.toLowerCase()] = operationOf(contract);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Village Lens",
      version: API_VERSION,
      description:
        "Village-level aggregates as JSON, CSV and vector tiles, read from numbered immutable releases.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, "output") } },
  };
}

/** Made once for the contracts of an app. */
const documents = new WeakMap<readonly Contract[], ReturnType<typeof openApiDocument>>();

export const openApiRoute = plain(openApiContract, ({ contracts }) => {
  const document = documents.get(contracts) ?? openApiDocument(contracts);
  documents.set(contracts, document);
  return document;
});
