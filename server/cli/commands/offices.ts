// `lens offices`: enters who answers reports by the public, area by area.

import { readFile } from "node:fs/promises";
import type { Command } from "#server/cli/command";
import { ProblemError } from "#server/errors";
import { unknownAreas, writeOffices } from "#server/reports/offices";
import { readOffices } from "#server/reports/read_offices";

export const officesCommand: Command<{ readonly file: string }> = {
  name: "offices",
  operands: ["FILE"],
  options: {},
  summary: "enter who answers reports by the public: CSV with area, name_en, name_zh, days",
  parse: ({ operands: [file = ""] }) => ({ file }),
  async run({ file }, { database, print }) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw new ProblemError(400, "bad offices", `${file} cannot be read: ${error.code ?? error.message}`);
    });
    const offices = readOffices(text);
    const unknown = await unknownAreas(database.knex, offices);
    if (unknown.length > 0)
      throw new ProblemError(
        400,
        "unknown area",
        `${unknown.length} of ${offices.length} areas are not known, as "${unknown.slice(0, 5).join('", "')}": nothing was entered`,
      );
    await writeOffices(database.knex, offices);
    print(`${offices.length} offices are entered`);
    return true;
  },
};
