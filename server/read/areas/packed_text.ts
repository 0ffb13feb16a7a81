// Many short texts in one piece of memory, read by number.

export class PackedText {
  readonly #bytes: Buffer;
  readonly #ends: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#bytes = Buffer.from(texts.join(""), "utf8");
    this.#ends = new Uint32Array(texts.length);
    let end = 0;
    texts.forEach((text, at) => {
      end += Buffer.byteLength(text, "utf8");
      this.#ends[at] = end;
    });
  }

  get byteLength(): number {
    return this.#bytes.length + this.#ends.byteLength;
  }

  at(index: number): string {
    return this.#bytes.toString("utf8", index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}
