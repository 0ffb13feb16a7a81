// What every part of the open report is given.

import type { DeskReport, DeskStep } from "#domain/contract/reports";

export interface ReportPartProps {
  readonly report: DeskReport;
  /** Takes a step with it. */
  take(step: DeskStep): void;
}
