/**
 * How well a name fits what was typed: 0 where it begins with it, more where the letters lie further into the name or
 * apart, undefined where they do not come in that order. Both are folded. O(name).
 */
export function fuzzyCost(name: string, typed: string): number | undefined {
  const at = name.indexOf(typed);
  if (at >= 0) return at === 0 ? 0 : name[at - 1] === " " ? 1 : 2;
  let cost = 3;
  let place = -1;
  for (const letter of typed) {
    if (letter === " ") continue;
    const next = name.indexOf(letter, place + 1);
    if (next < 0) return undefined;
    // Letters that begin a word are what people type of it.
    if (next !== place + 1 && name[next - 1] !== " ") cost += 2;
    place = next;
  }
  return cost;
}
