// The commands of `npm run lens --`. A new one is a file and a row.

import type { AnyCommand } from "./command.ts";
import { accessCommand } from "./commands/access.ts";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { boundariesCommand } from "./commands/boundaries.ts";
import { computeCommand } from "./commands/compute.ts";
import { documentsCommand } from "./commands/documents.ts";
import { draftCommand } from "./commands/draft.ts";
import { exportPortalCommand } from "./commands/export_portal.ts";
import { importCommand } from "./commands/import.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { officesCommand } from "./commands/offices.ts";
import { publishCommand } from "./commands/publish.ts";
import { releasesCommand } from "./commands/releases.ts";
import { seedCommand } from "./commands/seed.ts";
import { verifyCommand } from "./commands/verify.ts";
import { withdrawCommand } from "./commands/withdraw.ts";

/** In the order of the help. */
export const COMMANDS: readonly AnyCommand[] = [
  inspectCommand,
  importCommand,
  seedCommand,
  boundariesCommand,
  accessCommand,
  draftCommand,
  publishCommand,
  withdrawCommand,
  releasesCommand,
  verifyCommand,
  auditCommand,
  backupCommand,
  restoreCommand,
  computeCommand,
  exportPortalCommand,
  officesCommand,
  documentsCommand,
];
