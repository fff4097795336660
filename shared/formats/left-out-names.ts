import type { Diagnostic } from "./diagnostic.ts";

type Where = Pick<Diagnostic, "line" | "column" | "path">;

/** More different names than these are only counted: a hostile file could bring millions. */
const maxNames = 50;

/** Names under which a file says what maps have no place for: each once, with how often and where it stands first. */
export class LeftOutNames {
  readonly #names = new Map<string, { count: number; readonly where: Where }>();
  #others = 0;

  /** Something stands under that name. */
  note(name: string, where: Where): void {
    const known = this.#names.get(name);
    if (known) known.count += 1;
    else if (this.#names.size < maxNames) this.#names.set(name, { count: 1, where });
    else this.#others += 1;
  }

  /** What to say of them. */
  told(): readonly Readonly<{ message: string; where: Where }>[] {
    const told = [...this.#names].map(([name, { count, where }]) => ({
      message: `Maps have no place for "${name.slice(0, 60)}"; it was left out${count > 1 ? `, ${count} times` : ""}.`,
      where,
    }));
    if (this.#others === 0) return told;
    const message = `Maps have no place for what stands under other names, either; it was left out, ${this.#others} times.`;
    return [...told, { message, where: {} }];
  }
}
