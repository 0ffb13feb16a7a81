// Loose pieces of a network: nodes that edges connect, whatever their direction.

/** Sets that are joined two at a time. */
export class Unions {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, item) => item);
  }

  /** The item that stands for the set of this one. */
  find(item: number): number {
    const parent = this.#parent;
    let root = item;
    while (parent[root]! !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    // The lower number stands for the set, so that the outcome does not hang on the order.
    if (first < second) this.#parent[second] = first;
    else this.#parent[first] = second;
  }
}

/** Number of the piece of every node, 0 for the one with the most nodes. */
export function piecesOf(nodeCount: number, from: Uint32Array, to: Uint32Array): Uint32Array {
  const unions = new Unions(nodeCount);
  for (const [edge, node] of from.entries()) unions.join(node, to[edge]!);
  const sizes = new Map<number, number>();
  for (let node = 0; node < nodeCount; node++) {
    const root = unions.find(node);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  const bySize = [...sizes].sort(([rootA, a], [rootB, b]) => b - a || rootA - rootB);
  const numberOf = new Map(bySize.map(([root], number) => [root, number]));
  return Uint32Array.from({ length: nodeCount }, (_, node) => numberOf.get(unions.find(node))!);
}
