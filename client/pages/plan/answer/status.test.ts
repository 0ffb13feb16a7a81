import { expect, it } from "vitest";
import type { PlanResult } from "#domain/contract/plan_runs";
import { statusOf } from "./status.ts";

const plan = (patch: Partial<PlanResult>) =>
  ({ gap: 0, isChecked: true, status: "optimal", ...patch }) as PlanResult;

it("says best only of what is optimal, without a gap, checked, and answered", () => {
  const done = { state: "done" } as const;
  expect(statusOf(plan({}), done)).toBe("best");
  expect(statusOf(plan({ isChecked: false }), done)).toBe("gap");
  expect(statusOf(plan({ gap: 0.004 }), done)).toBe("gap");
  expect(statusOf(plan({ status: "feasible" }), done)).toBe("gap");
  expect(statusOf(plan({}), { state: "running" })).toBe("solving");
  expect(statusOf(plan({}), { state: "failed" })).toBe("failed");
  expect(statusOf(plan({ status: "quick", gap: null, isChecked: false }), null)).toBe("quick");
  expect(statusOf(plan({ status: "drawn", gap: null, isChecked: false }), null)).toBe("drawn");
  expect(statusOf(plan({ status: "infeasible", gap: null }), done)).toBe("infeasible");
});
