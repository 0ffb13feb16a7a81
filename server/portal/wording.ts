// Numbers as a neighbour would say them: three of four people, in 100 households 53.

/** A part of so many. */
export interface Fraction {
  readonly part: number;
  readonly of: number;
}

/** Small numbers of people that are easily pictured, the smaller the better. */
const SIMPLE: readonly Fraction[] = [
  { part: 1, of: 2 },
  { part: 1, of: 3 },
  { part: 2, of: 3 },
  { part: 1, of: 4 },
  { part: 3, of: 4 },
  { part: 1, of: 5 },
  { part: 2, of: 5 },
  { part: 3, of: 5 },
  { part: 4, of: 5 },
  ...Array.from({ length: 9 }, (_, at) => ({ part: at + 1, of: 10 })),
];

/** A simple fraction is said where it is no further from the share than this. */
const NEAR = 0.015;

/** The fraction that says a share 0–1 in plain words; out of 100 where no simple one is near, whole numbers only. */
export function plainFraction(share: number): Fraction {
  const simple = SIMPLE.find(({ part, of }) => Math.abs(part / of - share) <= NEAR);
  return simple ?? { part: Math.round(share * 100), of: 100 };
}

/** A share of a group that few places exceed: in the worst fifth of them. */
export function isAmongHardest(value: number, others: readonly number[], isHigherWorse: boolean): boolean {
  if (others.length < 5) return false;
  const worse = others.filter((other) => (isHigherWorse ? other > value : other < value)).length;
  return worse < others.length / 5;
}
