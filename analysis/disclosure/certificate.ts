// The certificate of a public edition: what is shown and hidden, and how well the hidden is hidden.

/** Changes whenever rules, repair or audit do: patterns of another method are not taken over unseen. */
export const METHOD = "1";

/** Figures of a class or a level: shown, and hidden by a rule or to protect others. */
export interface Shown {
  shown: number;
  byRule: number;
  byRepair: number;
}

/** What the audit of a period found. */
export interface PeriodAudit {
  /** Hidden cells that were audited. */
  readonly cells: number;
  /** Of the plain intervals, those below apart; null without any. */
  readonly narrowest: number | null;
  /** Hidden parts of a public whole of fewer than five: each can be anything from none to all of it, which is no 5 wide. */
  readonly ofFewerThanFive: number;
}

export interface Certificate {
  readonly method: string;
  /** k. */
  readonly threshold: number;
  /** Figures of all levels. */
  readonly figures: Shown;
  /** Figures of the lowest level by class of disclosure. */
  readonly lowestLevel: Readonly<Record<string, Shown>>;
  /** Share 0–1 of the figures of the lowest level that are shown, in the poorest fifth and in the others; null without a measure of poverty. */
  readonly shareShown: number;
  readonly shareShownPoorest: number | null;
  readonly shareShownOthers: number | null;
  /** Hidden cells that were audited, and those that failed: none in an edition that is published. */
  readonly cells: number;
  readonly unsafe: number;
  /** Narrowest interval that is left of a hidden cell; null where nothing is hidden. */
  readonly narrowest: number | null;
  readonly ofFewerThanFive: number;
  readonly audits: Readonly<Record<string, PeriodAudit>>;
  /** What is withheld in a whole period, as `indicator@period`. */
  readonly withheld: readonly string[];
  /** Releases that the audit took together with this one. */
  readonly releases: readonly number[];
  readonly seconds: number;
}

/** The audits of all periods together. */
export function joinAudits(
  audits: Readonly<Record<string, PeriodAudit>>,
): Pick<Certificate, "cells" | "narrowest" | "ofFewerThanFive" | "audits"> {
  const all = Object.values(audits);
  const narrowest = Math.min(...all.map((audit) => audit.narrowest ?? Infinity));
  return {
    cells: all.reduce((sum, { cells }) => sum + cells, 0),
    narrowest: Number.isFinite(narrowest) ? narrowest : null,
    ofFewerThanFive: all.reduce((sum, audit) => sum + audit.ofFewerThanFive, 0),
    audits,
  };
}

const none = (): Shown => ({ shown: 0, byRule: 0, byRepair: 0 });

/** Counts what becomes of figures. */
export class FigureCounter {
  readonly figures = none();
  readonly lowestLevel: Record<string, Shown> = {};
  readonly poorest = none();
  readonly others = none();

  add(
    kind: keyof Shown,
    {
      isLowest,
      disclosure,
      isPoorest,
    }: { readonly isLowest: boolean; readonly disclosure: string; readonly isPoorest: boolean | null },
  ): void {
    this.figures[kind]++;
    if (!isLowest) return;
    (this.lowestLevel[disclosure] ??= none())[kind]++;
    if (isPoorest !== null) (isPoorest ? this.poorest : this.others)[kind]++;
  }

  shares(): Pick<Certificate, "shareShown" | "shareShownPoorest" | "shareShownOthers"> {
    const lowest = none();
    for (const own of Object.values(this.lowestLevel))
      for (const kind of ["shown", "byRule", "byRepair"] as const) lowest[kind] += own[kind];
    return {
      shareShown: shareOf(lowest) ?? 1,
      shareShownPoorest: shareOf(this.poorest),
      shareShownOthers: shareOf(this.others),
    };
  }
}

function shareOf({ shown, byRule, byRepair }: Shown): number | null {
  const all = shown + byRule + byRepair;
  return all === 0 ? null : shown / all;
}
