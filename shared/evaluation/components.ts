/**
 * The strongly connected components of a graph of numbered nodes, each after all that its nodes lead to. Tarjan's
 * algorithm (1972) with a stack of its own, since chains may be as long as the map. O(nodes + edges).
 */
export function componentsOf(
  count: number,
  next: (node: number) => readonly number[],
): readonly (readonly number[])[] {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const turn = new Int32Array(count);
  const open: number[] = [];
  const path: number[] = [];
  const found: number[][] = [];
  let time = 0;

  const enter = (node: number) => {
    order[node] = time;
    low[node] = time;
    time += 1;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number) => {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) low[above] = Math.min(at(low, above), at(low, node));
    if (at(low, node) !== at(order, node)) return;
    const component: number[] = [];
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      isOpen[member] = 0;
      component.push(member);
      if (member === node) break;
    }
    found.push(component);
  };

  for (let start = 0; start < count; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const child = next(node)[at(turn, node)];
      turn[node] = at(turn, node) + 1;
      if (child === undefined) leave(node);
      else if (order[child] === -1) enter(child);
      else if (isOpen[child] === 1) low[node] = Math.min(at(low, node), at(order, child));
    }
  }
  return found;
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
