import type { TextLink } from "./masked-text.ts";
import type { Yaml } from "./yaml.ts";

/** A heading and what stands under it. */
export type Section = {
  readonly title: string;
  readonly level: number;
  readonly parent: Section | null;
  readonly tags: readonly string[];
  readonly data: ReadonlyMap<string, Yaml>;
};

/** A statement (all that have one title) or an argument: what relations hold between. */
export type Thing = {
  readonly kind: "statement" | "argument";
  readonly title: string;
  readonly isUntitled: boolean;
  /** Where it is first spoken of. */
  readonly at: number;
  /** What it says, as said last; undefined where it is only named. */
  text: string | undefined;
  /** Made where there is something to put into them, since most things have none. */
  tags: string[] | null;
  links: TextLink[] | null;
  data: Map<string, Yaml> | null;
  section: Section | null;
  /** Whether the section is that of its words, or of where it is first named, while it has none. */
  place: "said" | "named" | null;
  /** For an argument: its steps, in the order of its premises and conclusions; empty where it is only sketched. */
  readonly inferences: Inference[];
};

/** From premises to a conclusion, within an argument. */
export type Inference = {
  readonly kind: "inference";
  readonly argument: Thing;
  readonly premises: readonly Thing[];
  readonly conclusion: Thing;
  readonly rules: readonly string[];
  readonly data: ReadonlyMap<string, Yaml>;
  readonly at: number;
};

export const relationTypes = [
  "support",
  "attack",
  "undercut",
  "entails",
  "contrary",
  "contradictory",
] as const;
export type RelationType = (typeof relationTypes)[number];

export type Relation = Readonly<{ type: RelationType; from: Thing; to: Thing | Inference; at: number }>;

/** What an Argdown text says, in its own terms. */
export type ArgdownModel = Readonly<{
  frontMatter: ReadonlyMap<string, Yaml>;
  statements: ReadonlyMap<string, Thing>;
  arguments: ReadonlyMap<string, Thing>;
  relations: readonly Relation[];
  sections: readonly Section[];
  tags: ReadonlySet<string>;
}>;

/** What of an argument speaks and is spoken to: its last step. */
export function mainInference(thing: Thing | Inference): Inference | undefined {
  return thing.kind === "inference" ? thing : thing.inferences.at(-1);
}

/**
 * The relations as they hold: those of an argument with premises hold of its conclusion, and undercuts of it of its last
 * step; strictly, statements that support entail and those that attack exclude. Each is told once.
 */
export function settledRelations(told: readonly Relation[], isStrict: boolean): readonly Relation[] {
  const ids = new Map<Thing | Inference, number>();
  const idOf = (thing: Thing | Inference): number => {
    const id = ids.get(thing) ?? ids.size;
    ids.set(thing, id);
    return id;
  };
  const known = new Set<string>();
  const settled: Relation[] = [];
  for (const relation of told) {
    const found = settle(relation, isStrict);
    // An argument that is told to support what it concludes says so already.
    if (found.from === found.to && found.from !== relation.from) continue;
    const pair = [idOf(found.from), idOf(found.to)];
    if (found.type === "contrary" || found.type === "contradictory") pair.sort((a, b) => a - b);
    const key = `${found.type} ${pair.join(" ")}`;
    if (!known.has(key)) settled.push(found);
    known.add(key);
  }
  const isKnown = (type: RelationType, from: Thing, to: Thing): boolean => {
    const pair = [idOf(from), idOf(to)];
    if (type !== "attack") pair.sort((a, b) => a - b);
    return known.has(`${type} ${pair.join(" ")}`);
  };
  return settled.filter((relation) => !isSaidOfPremise(relation, isKnown));
}

function settle({ type, from, to, at }: Relation, isStrict: boolean): Relation {
  const speaker = mainInference(from)?.conclusion ?? from;
  const aim = type === "undercut" ? (mainInference(to) ?? to) : to;
  const isBetweenStatements = speaker.kind === "statement" && aim.kind === "statement";
  const strict = isStrict && isBetweenStatements ? strictTypes[type] : undefined;
  return { type: strict ?? type, from: speaker, to: aim, at };
}

const strictTypes: Partial<Readonly<Record<RelationType, RelationType>>> = {
  support: "entails",
  attack: "contrary",
};

/** Whether an attack on an argument is told as one on its premise as well. */
function isSaidOfPremise(
  { type, from, to }: Relation,
  isKnown: (type: RelationType, from: Thing, to: Thing) => boolean,
): boolean {
  if (type !== "attack" || from.kind !== "statement" || to.kind !== "argument") return false;
  return to.inferences.some(({ premises }) =>
    premises.some((premise) =>
      (["attack", "contradictory", "contrary"] as const).some((known) => isKnown(known, from, premise)),
    ),
  );
}
