const FIRST = 1 << 16;

/** Numbers of up to 48 bits, each once; eight to sixteen bytes a number, where a `Set` takes some sixty. */
export class NumberSet {
  #slots = new Float64Array(FIRST).fill(-1);
  #size = 0;

  /** Adds a number; false where it was there before. */
  add(value: number): boolean {
    const at = this.#placeOf(value);
    if (this.#slots[at] === value) return false;
    this.#slots[at] = value;
    this.#size += 1;
    if (this.#size * 4 > this.#slots.length * 3) this.#grow();
    return true;
  }

  /** Where the number stands, or would. */
  #placeOf(value: number): number {
    const mask = this.#slots.length - 1;
    let at = (Math.imul(value >>> 0, 2_654_435_761) ^ Math.floor(value / 2 ** 24)) & mask;
    while (this.#slots[at] !== -1 && this.#slots[at] !== value) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2).fill(-1);
    for (const value of before) if (value !== -1) this.#slots[this.#placeOf(value)] = value;
  }
}
