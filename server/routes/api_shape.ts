// What tells the answers of this version of the API from those of another one.

import { createHash } from "node:crypto";
import { openApiDocument } from "./openapi.ts";
import { CONTRACTS } from "./routes.ts";

/** Hash of everything that the API says of itself, its version too: it changes with the shape of any answer. */
export const API_SHAPE = createHash("sha256")
  .update(JSON.stringify(openApiDocument(CONTRACTS)))
  .digest("hex");
