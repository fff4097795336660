/** One node of a MindMup file, as far as anything can be said of it. */
export type Idea = Readonly<{
  id: string | undefined;
  title: string;
  /** Set where it is no claim but stands for an argument. */
  group: string | undefined;
  isImplicit: boolean;
  hasNote: boolean;
  /** The words on the line to the node above it. */
  lineWords: string;
  /** What a file of ours says beside it. */
  ours: unknown;
  /** Its parts by rank. */
  parts: readonly unknown[];
}>;

/** A line across the tree. */
export type IdeaLink = Readonly<{ from: string; to: string; words: string; ours: unknown }>;

/** Under this name files of ours keep what MindMup has no place for. */
export const oursKey = "counterpoint";

/** A claim that nobody says but that the argument needs: a style there, a tag here. */
export const implicitTag = "implicit";
const implicitStyle = "attr_implicit_claim";

/** The style of what has that tag. */
export function stylesOf(tags: readonly string[]): readonly string[] {
  return tags.includes(implicitTag) ? [implicitStyle] : [];
}

/** Reads one node; anything may stand there. */
export function ideaOf(value: unknown): Idea {
  const { id, title, attr, ideas } = fieldsIn(value);
  const { group, styleNames, parentConnector, note, attachment, [oursKey]: ours } = fieldsIn(attr);
  return {
    id: idIn(id),
    title: typeof title === "string" ? title : "",
    group: typeof group === "string" ? group : group ? "supporting" : undefined,
    isImplicit: Array.isArray(styleNames) && styleNames.includes(implicitStyle),
    hasNote: note !== undefined || attachment !== undefined,
    lineWords: wordsIn(fieldsIn(parentConnector)["label"]),
    ours,
    parts: partsIn(ideas),
  };
}

/** Reads the lines across the tree. */
export function linksIn(value: unknown): readonly IdeaLink[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((link: unknown): readonly IdeaLink[] => {
    const { ideaIdFrom, ideaIdTo, attr } = fieldsIn(link);
    const [from, to] = [idIn(ideaIdFrom), idIn(ideaIdTo)];
    const { style, label, [oursKey]: ours } = fieldsIn(attr);
    const words = wordsIn(fieldsIn(style)["label"]) || wordsIn(label);
    return from === undefined || to === undefined ? [] : [{ from, to, words, ours }];
  });
}

/** Named values, whatever it was. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Ranks are numbers written as names: "10" comes after "9", and what is left of the middle before both. */
function partsIn(ideas: unknown): readonly unknown[] {
  if (Array.isArray(ideas)) return ideas;
  return Object.entries(fieldsIn(ideas))
    .map(([rank, idea]): readonly [number, unknown] => [Number.parseFloat(rank) || 0, idea])
    .sort(([a], [b]) => a - b)
    .map(([, idea]) => idea);
}

function idIn(id: unknown): string | undefined {
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

/** Words stand by themselves or as the `text` or `label` of an object. */
function wordsIn(value: unknown): string {
  if (typeof value === "string") return value;
  const { text, label } = fieldsIn(value);
  return typeof text === "string" ? text : typeof label === "string" ? label : "";
}
