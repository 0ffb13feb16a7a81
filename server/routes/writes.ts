// GET /api/writes: whether runs, scenarios, plans and steps with reports can be stored at present.

import { writesContract } from "#domain/contract/writes";
import { plain } from "#server/http/route";
import { isReadOnly } from "#sql/read_only";

export const writesRoute = plain(writesContract, async ({ primary }) => ({
  areTaken: !(await isReadOnly(primary)),
}));
