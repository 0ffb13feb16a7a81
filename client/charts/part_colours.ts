// Colours for the parts of a whole: steps of the lens's own ramp, the strongest first.

/** `count` CSS colours from the strong to the pale end of the ramp; the last stays apart from the card. */
export function partColours(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const toPale = count === 1 ? 0 : (at / (count - 1)) * 100;
    return `color-mix(in oklab, var(--c1) ${toPale.toFixed(0)}%, var(--c4))`;
  });
}

/** What is left over, or not yet decided. */
export const REST_COLOUR = "var(--hatch-paper)";
