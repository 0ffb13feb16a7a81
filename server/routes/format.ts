// GET /api/format: what an import understands. It is of the program, and of no release.

import { formatContract, type Format } from "#domain/contract/format";
import { plain } from "#server/http/route";

let format: Promise<Format> | undefined;

export const formatRoute = plain(formatContract, (services) => (format ??= services.format()));
