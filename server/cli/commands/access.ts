// `lens access`: travel times and access from the stored roads and schools.

import { join } from "node:path";
import { TRAVEL_SCENARIOS, travelScenario, type TravelScenario } from "#domain/travel";
import { UsageError, type Command } from "#server/cli/command";
import { computeAccess } from "#server/import/network/compute_access";

const DEFAULT = "walk_then_motor";

function scenarioOf(id: unknown): TravelScenario {
  try {
    return travelScenario(typeof id === "string" ? id : DEFAULT);
  } catch (error) {
    throw new UsageError((error as RangeError).message);
  }
}

export const accessCommand: Command<{ readonly scenario: TravelScenario }> = {
  name: "access",
  operands: [],
  options: { scenario: { type: "string", value: "ID" } },
  summary: `compute travel times and access from roads and schools, by scenario ${TRAVEL_SCENARIOS.map(({ id }) => id).join(" or ")} (${DEFAULT})`,
  parse: ({ options }) => ({ scenario: scenarioOf(options["scenario"]) }),
  async run({ scenario }, { database, config, user, onProgress, print }) {
    const { periods, schools, roads, states, draft, isUnchanged } = await computeAccess(database, {
      scenario,
      importedBy: user,
      onProgress,
      tempDir: join(config.dataDir, "tmp"),
    });
    print(`${roads} roads, ${schools} schools, ${periods.length} periods: ${periods.join(", ")}`);
    print(
      Object.entries(states)
        .map(([state, count]) => `${state} ${count}`)
        .join(", "),
    );
    if (isUnchanged) print("everything is stored already: nothing was changed");
    else if (draft !== null) print(`draft release ${draft} is ready: npm run lens -- publish ${draft}`);
    return true;
  },
};
