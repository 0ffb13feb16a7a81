// A ratio from a stratified cluster sample with its standard error, to check simpler intervals against.

export interface SampledUnit {
  readonly stratum: number | string;
  /** Primary sampling unit within the stratum. */
  readonly psu: number | string;
  readonly weight: number;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Ratio Σwy / Σwx of a stratified cluster sample with its Taylor-linearised standard error, df = clusters − strata.
 * Throws when a stratum has a single cluster, whose variance is not defined.
 */
export function surveyRatio(
  units: readonly SampledUnit[],
): { ratio: number; standardError: number; degreesOfFreedom: number } | null {
  const sum = (pick: (unit: SampledUnit) => number): number =>
    units.reduce((total, unit) => total + unit.weight * pick(unit), 0);
  const total = sum((unit) => unit.denominator);
  if (total === 0) return null;
  const ratio = sum((unit) => unit.numerator) / total;
  const strata = new Map<number | string, Map<number | string, number>>();
  for (const unit of units) {
    const clusters = strata.get(unit.stratum) ?? new Map<number | string, number>();
    strata.set(unit.stratum, clusters);
    const residual = (unit.weight * (unit.numerator - ratio * unit.denominator)) / total;
    clusters.set(unit.psu, (clusters.get(unit.psu) ?? 0) + residual);
  }
  let [variance, clusterCount] = [0, 0];
  for (const [stratum, clusters] of strata) {
    const n = clusters.size;
    if (n < 2)
      throw new RangeError(`stratum ${stratum} has one cluster: at least 2 are needed for a variance`);
    const residuals = [...clusters.values()];
    const mean = residuals.reduce((a, b) => a + b, 0) / n;
    variance += (n / (n - 1)) * residuals.reduce((a, residual) => a + (residual - mean) ** 2, 0);
    clusterCount += n;
  }
  return { ratio, standardError: Math.sqrt(variance), degreesOfFreedom: clusterCount - strata.size };
}
