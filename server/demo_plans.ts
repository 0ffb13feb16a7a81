// The demo's earlier plans, adopted once where nothing was ever planned.

import { teachersContract } from "#domain/contract/teachers";
import type { Services } from "./http/services.ts";
import { findRelease } from "./read/find_release.ts";
import { DEMO_PLANS } from "#seeds/demo/plans";
import { query } from "#sql/query";
import { teachersOf } from "./planning/read_teachers.ts";
import { adoptTeachers } from "./planning/teacher_plans.ts";

/** Adopts the demo's plans for periods of a fictional release without any plan; returns how many. */
export async function adoptDemoPlans(
  services: Pick<Services, "store" | "watch" | "planning">,
): Promise<number> {
  const { store, planning } = services;
  if (services.watch.latest === null) return 0;
  const release = await findRelease(services, { address: undefined, edition: "internal" });
  if (!release.catalog.isFictional) return 0;
  const [planned] = await query(planning.db, "select from planning.run limit 1");
  if (planned) return 0;
  const plans = DEMO_PLANS.filter(({ period }) => release.catalog.periods.includes(period));
  for (const { name, post, budgetLine, deadline, author, teachers, ...place } of plans) {
    const asked = teachersContract.query.parse({ ...place, teachers });
    const found = await teachersOf(store, release, asked);
    await adoptTeachers(planning.db, asked, found, { name, post, budgetLine, deadline, author });
  }
  return plans.length;
}
