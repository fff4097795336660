import type { Section, Thing } from "./argdown-model.ts";
import type { Content } from "./content.ts";
import { readMapping } from "./yaml.ts";

/** All statements and arguments that a text speaks of, each once by its title. */
export class ThingTable {
  readonly statements: Map<string, Thing> = new Map();
  readonly arguments: Map<string, Thing> = new Map();
  readonly tags: Set<string> = new Set();
  #untitled = 0;

  /** The thing of that title, new where it is first spoken of; null stands for a title that nobody gave. */
  of(kind: Thing["kind"], title: string | null, at: number): Thing {
    const things = kind === "statement" ? this.statements : this.arguments;
    const name = title ?? this.#nextName(things);
    const known = things.get(name);
    if (known) return known;
    const thing: Thing = {
      kind,
      title: name,
      isUntitled: title === null,
      at,
      text: undefined,
      tags: null,
      links: null,
      data: null,
      section: null,
      place: null,
      inferences: [],
    };
    things.set(name, thing);
    return thing;
  }

  /** Notes what is said of a thing in one place. The last words count; it stands where it is first said. */
  tell(
    thing: Thing,
    { text, tags, links, data }: Content,
    section: Section | null,
    isReference: boolean,
  ): void {
    if (!isReference && text !== "") thing.text = text;
    for (const tag of tags) {
      this.tags.add(tag);
      thing.tags ??= [];
      thing.tags.push(tag);
    }
    for (const link of links) {
      thing.links ??= [];
      thing.links.push(link);
    }
    for (const each of data) {
      thing.data ??= new Map();
      for (const [key, value] of dataIn(each)) thing.data.set(key, value);
    }
    const isSaid = !isReference || thing.data?.has("text") === true;
    if (thing.place === "said" || (thing.place === "named" && !isSaid)) return;
    thing.section = section;
    thing.place = isSaid ? "said" : "named";
  }

  #nextName(things: ReadonlyMap<string, Thing>): string {
    for (;;) {
      this.#untitled += 1;
      const name = `Untitled ${this.#untitled}`;
      if (!things.has(name)) return name;
    }
  }
}

/** What stands between the brackets: keys by indent where a line break comes first, or else a flow of them. */
export function dataIn(braced: string): ReturnType<typeof readMapping> {
  return readMapping(/^\{[ \t]*\n/.test(braced) ? braced.slice(1, -1) : braced);
}
