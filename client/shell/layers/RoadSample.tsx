// What a road looks like on the map, small enough for a line of a list.

export function RoadSample() {
  return (
    <svg width="16" height="14" aria-hidden="true">
      <path d="M2 11 6 6l4 2 4-6" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />
    </svg>
  );
}
