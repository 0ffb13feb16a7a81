// Areas as flat arrays: the form in which they are cut, and in which they pass between threads without a copy.

/** Areas of a level. Ring r has the positions `ringStart[r]` … `ringStart[r + 1] − 1`, and so on upwards. */
export interface PackedAreas {
  /** Dense number of every area within its level. */
  readonly idx: Uint32Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** lon, lat of every position in degrees; rings closed. */
  readonly positions: Float64Array;
  readonly ringStart: Uint32Array;
  /** First ring of every polygon; a polygon's first ring is its shell. */
  readonly polygonStart: Uint32Array;
  readonly areaStart: Uint32Array;
}

/** Areas to cut, followed by areas around them, which only tell where borders meet. */
export interface TileBatch {
  readonly areas: PackedAreas;
  /** How many of `areas`, from the first on, are cut. All others must hold at least every area that touches one of these. */
  readonly own: number;
}

/** The memory that passes to another thread with areas. */
export const buffersOf = ({
  idx,
  positions,
  ringStart,
  polygonStart,
  areaStart,
}: PackedAreas): ArrayBufferLike[] => [
  idx.buffer,
  positions.buffer,
  ringStart.buffer,
  polygonStart.buffer,
  areaStart.buffer,
];

/** Packs areas one after the other: `area`, then for each of its polygons `polygon`, then for each of that one's rings `ring`. */
export class AreaPacker {
  readonly #idx: number[] = [];
  readonly #codes: string[] = [];
  readonly #names: string[] = [];
  readonly #ringStart: number[] = [];
  readonly #polygonStart: number[] = [];
  readonly #areaStart: number[] = [];
  #positions = new Float64Array(1 << 16);
  #length = 0;

  area(idx: number, code: string, name: string): void {
    this.#idx.push(idx);
    this.#codes.push(code);
    this.#names.push(name);
    this.#areaStart.push(this.#polygonStart.length);
  }

  polygon(): void {
    this.#polygonStart.push(this.#ringStart.length);
  }

  /** Takes a ring as little-endian float64 pairs of lon and lat, as well-known binary has them. */
  ring(bytes: Uint8Array): void {
    this.#ringStart.push(this.#length / 2);
    const end = this.#length + bytes.length / 8;
    if (end > this.#positions.length) {
      const larger = new Float64Array(Math.max(2 * this.#positions.length, end));
      larger.set(this.#positions.subarray(0, this.#length));
      this.#positions = larger;
    }
    new Uint8Array(this.#positions.buffer, this.#length * 8, bytes.length).set(bytes);
    this.#length = end;
  }

  pack(): PackedAreas {
    return {
      idx: Uint32Array.from(this.#idx),
      codes: this.#codes,
      names: this.#names,
      positions: this.#positions.slice(0, this.#length),
      ringStart: Uint32Array.from([...this.#ringStart, this.#length / 2]),
      polygonStart: Uint32Array.from([...this.#polygonStart, this.#ringStart.length]),
      areaStart: Uint32Array.from([...this.#areaStart, this.#polygonStart.length]),
    };
  }
}
