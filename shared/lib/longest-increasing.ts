/**
 * The places of a longest run of numbers that go up, not necessarily side by side, in their order: what can stay where
 * it is while the rest is moved. O(n log n).
 */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  /** For each length, the place of the least number that a run so long ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1]);
    ends[low] = place;
  });
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(at);
  return run.reverse();
}
