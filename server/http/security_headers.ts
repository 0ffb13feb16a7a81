// Headers that tell a browser what an answer may do.

import helmet from "helmet";
import type { RawHeaders } from "./answer.ts";

/** What of them means something for bytes that no browser shows as a page. */
export const DATA_SECURITY: RawHeaders = [
  "X-Content-Type-Options",
  "nosniff",
  "Cross-Origin-Resource-Policy",
  "same-origin",
];

/** Only this host; MapLibre starts its workers from blobs and sets sizes by style attributes. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      workerSrc: ["'self'", "blob:"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
});
