// The server counts code points, a browser's strings count code units. They differ after each astral character alone.

export class Offsets {
  private readonly astral: number[] = []; // code point offsets of astral characters

  constructor(readonly text: string) {
    if (!/[\ud800-\udbff]/.test(text)) return;
    let point = 0;
    for (const character of text) {
      if (character.length === 2) this.astral.push(point);
      point += 1;
    }
  }

  /** From code points to code units. */
  unit(point: number): number {
    return point + below(this.astral, point);
  }

  /** From code units to code points. */
  point(unit: number): number {
    let low = 0;
    let high = this.astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.astral[middle]! + middle < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }

  /** The words between two code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /** The length in code points. */
  get length(): number {
    return this.text.length - this.astral.length;
  }
}

/** How many numbers of a sorted list are less than a value. */
export function below(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
