// GET /api/certificate: what the public edition of a release shows and hides.

import type { z } from "zod";
import { certificateContract, type certificateSchema } from "#domain/contract/certificate";
import { ProblemError } from "#server/errors";
import { fromRelease } from "#server/http/route";

export const certificateRoute = fromRelease(certificateContract, async ({ release, store }) => {
  const [row] = await store.rows<{ certificate: z.infer<typeof certificateSchema>; hash: string }>(
    "select certificate, hash from release.public_edition where release = $1",
    [release.number],
  );
  if (!row)
    throw new ProblemError(
      404,
      "no public edition",
      `release ${release.number} was published without a public edition: publish again`,
    );
  return { release: release.number, ...row };
});
