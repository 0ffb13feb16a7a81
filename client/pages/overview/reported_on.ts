// The day up to which tables report.

interface Reported {
  readonly reportingDate: string | null;
}

/** The latest day that tables report up to; null where none says one. */
export const reportedOn = (tables: readonly Reported[]): string | null =>
  tables
    .flatMap(({ reportingDate }) => reportingDate ?? [])
    .sort()
    .at(-1) ?? null;
