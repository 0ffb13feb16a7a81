// Whether an answer is sent as gzip (RFC 9110, 12.5.3).

/** gzip, or anything, in a list without weights: what browsers send. */
const UNWEIGHTED_GZIP = /(?:^|,)\s*(?:gzip|x-gzip|\*)\s*(?:,|$)/i;

const CODING = /^\s*([^\s;]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

/** Whether a client takes gzip, and no plain bytes rather than that. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  if (!acceptEncoding.includes(";")) return UNWEIGHTED_GZIP.test(acceptEncoding);
  let gzip: number | undefined;
  let identity: number | undefined;
  let others: number | undefined;
  for (const part of acceptEncoding.split(",")) {
    const match = CODING.exec(part);
    if (!match) continue;
    const weight = match[2] === undefined ? 1 : Number(match[2]);
    switch (match[1]!.toLowerCase()) {
      case "gzip":
      case "x-gzip":
        gzip = weight;
        break;
      case "identity":
        identity = weight;
        break;
      case "*":
        others = weight;
    }
  }
  const weight = gzip ?? others ?? 0;
  return weight > 0 && weight >= (identity ?? 0);
}
