// In which order the test files run: what tells most in a second first, and nothing long at the end, where one core would idle.

import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take ten seconds and more, the longest first. */
const LONG = [
  "server/test/england.test.ts",
  "sql/test/embedded.test.ts",
  "server/test/start.test.ts",
  "server/test/backup.test.ts",
  "client/e2e/other_database.test.ts",
  "client/e2e/axe.test.ts",
  "client/e2e/rooms.test.ts",
  "client/e2e/states.test.ts",
  "client/e2e/trust.test.ts",
  "client/e2e/legend.test.ts",
  "client/e2e/overview.test.ts",
  "client/e2e/ways.test.ts",
  "client/e2e/presses.test.ts",
  ".ci/additions.test.ts",
  "client/e2e/panels.test.ts",
  "client/e2e/drill.test.ts",
  "server/test/api.test.ts",
  "server/test/disclosure.test.ts",
  "server/test/import.test.ts",
  "server/test/cambodia.test.ts",
  "server/test/silence.test.ts",
  "sql/test/timeouts.test.ts",
  "server/test/import_coordinates.test.ts",
  "server/test/tiles.test.ts",
  "client/e2e/portal.test.ts",
  "client/e2e/phone.test.ts",
  "client/e2e/switch.test.ts",
  "client/e2e/questions.test.ts",
  "server/test/outage.test.ts",
  "server/test/private_files.test.ts",
];

/** Unit tests first, then the long files, then the others as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification): number => {
      if (project.name === "unit") return -1;
      const at = LONG.indexOf(relative(this.ctx.config.root, moduleId));
      return at < 0 ? LONG.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
