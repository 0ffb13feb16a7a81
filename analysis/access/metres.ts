// Metres on the WGS 84 ellipsoid for short distances, and the grid of integers on which vertices are the same or not.

/** Units of the grid per degree: 1 cm on the ground. */
export const UNITS = 1e7;

const RADIUS = 6378137;
const ECCENTRICITY2 = 0.00669437999014;
const RADIANS = Math.PI / 180;

export interface Scale {
  /** Metres per unit of the grid, east and north. */
  readonly x: number;
  readonly y: number;
}

/** Metres per unit of the grid around a latitude, from the radii of curvature there (below 0.1 % off within 100 km). */
export function scaleAt(yUnits: number): Scale {
  const latitude = (yUnits / UNITS) * RADIANS;
  const w2 = 1 - ECCENTRICITY2 * Math.sin(latitude) ** 2;
  const normal = RADIUS / Math.sqrt(w2);
  const meridian = (normal * (1 - ECCENTRICITY2)) / w2;
  return { x: (normal * Math.cos(latitude) * RADIANS) / UNITS, y: (meridian * RADIANS) / UNITS };
}

/** Metres between two points of the grid. */
export function metresBetween(x1: number, y1: number, x2: number, y2: number): number {
  const scale = scaleAt((y1 + y2) / 2);
  return Math.hypot((x2 - x1) * scale.x, (y2 - y1) * scale.y);
}

export interface Nearest {
  /** 0 at the first end of the segment, 1 at the second. */
  readonly t: number;
  readonly metres: number;
}

/** The point of segment a–b that is nearest to p, on the grid. */
export function nearestOnSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): Nearest {
  const scale = scaleAt(py);
  const [dx, dy] = [(bx - ax) * scale.x, (by - ay) * scale.y];
  const [ex, ey] = [(px - ax) * scale.x, (py - ay) * scale.y];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, (ex * dx + ey * dy) / length2));
  return { t, metres: Math.hypot(ex - t * dx, ey - t * dy) };
}

/** A box around a point that holds everything within some metres: west, south, east, north on the grid. */
export function boxAround(x: number, y: number, metres: number): [number, number, number, number] {
  const scale = scaleAt(y);
  // A little more to the sides, since a degree is narrower on the poleward edge.
  const [dx, dy] = [(metres / scale.x) * 1.01, (metres / scale.y) * 1.01];
  return [x - dx, y - dy, x + dx, y + dy];
}
