import { err, ok, type Result } from "#shared/lib/result.ts";
import {
  type CardId,
  type GroupId,
  idPattern,
  type PresentationId,
  type StepId,
} from "#shared/model/index.ts";
import type { FormatInfo, OptionGroup } from "./format-infos.ts";

export const exportThemes = ["color", "print", "dark", "contrast"] as const;
export const exportGrounds = ["solid", "transparent"] as const;
export const exportPages = ["fit", "a4", "a3", "letter"] as const;
export const exportTurns = ["auto", "portrait", "landscape"] as const;
export const exportSpreads = ["one", "tiles"] as const;
/** The languages of words that files add to those of the map. */
export const exportLanguages = ["en", "zh"] as const;
export type ExportLanguage = (typeof exportLanguages)[number];

/** How a map is exported, by the same names in addresses, at the command line and in the dialog. */
export type ExportOptions = Readonly<{
  theme: (typeof exportThemes)[number];
  ground: (typeof exportGrounds)[number];
  title: boolean;
  legend: boolean;
  sources: boolean;
  notes: boolean;
  schemes: boolean;
  /** How each statement stands when all arguments of the map are weighed together. */
  standings: boolean;
  /** Of the words that a file adds to those of the map. */
  lang: ExportLanguage;
  /** Whether the file brings the letters that it is written in, so that it looks the same where the font is missing. */
  fonts: boolean;
  /** As it is to be printed beside the title; there is no clock in a picture. */
  date: string;
  /** Times the size on the canvas; null is twice, or as large as a picture may be. */
  scale: number | null;
  /** Dots in an inch of paper, which the file tells; null where it tells none. */
  dpi: number | null;
  page: (typeof exportPages)[number];
  turn: (typeof exportTurns)[number];
  /** Whether a map larger than a page is made smaller, or goes over several. */
  spread: (typeof exportSpreads)[number];
  /** These cards and what stands wholly among them; null is all of them. */
  cards: readonly CardId[] | null;
  /** The cards of this group; null is all of them. */
  group: GroupId | null;
  /** What this step of a presentation shows; null is all. */
  step: StepId | null;
  /** The steps of this presentation: as pages with notes, or as slides. `*` are those of none; null is no choice. */
  presentation: PresentationId | typeof unnamedPresentation | null;
}>;
/** Stands for the steps that belong to no presentation by name; no id has this sign. */
export const unnamedPresentation = "*";
export type ExportOptionName = keyof ExportOptions;

/** How one option is read from text, and what it means. */
export type ExportOptionRule<Value> = Readonly<{
  initial: Value;
  /** What may be given: "one of color, print". */
  takes: string;
  /** One line for help and descriptions. */
  summary: string;
  /** Formats without this group do not take the option; where there is none, all do. */
  group: OptionGroup | undefined;
  /** The value, or undefined where the text is none. */
  read: (text: string) => Value | undefined;
}>;

/** Enough for a whole map; more would only be repeated. */
const maxCards = 50_000;
const maxDateChars = 60;

/** Everything that can be chosen. */
export const exportOptionRules: Readonly<{
  [Name in ExportOptionName]: ExportOptionRule<ExportOptions[Name]>;
}> = {
  theme: oneOf(exportThemes, "theme", "colours; print is greyscale"),
  ground: oneOf(exportGrounds, "ground", "what is behind the picture"),
  title: flag(true, "heading", "the title of the map above the picture"),
  legend: flag(true, "legend", "what signs and colours mean, below the picture"),
  sources: flag(true, "content", "the sources as a list: below the picture, in the notes of the first slide"),
  notes: flag(
    true,
    "content",
    "the notes on arguments and conflicts, below the picture or to be spoken, and those of steps",
  ),
  schemes: flag(true, "content", "the kind of inference, at each argument that names one"),
  standings: flag(
    false,
    "standings",
    "how each claim stands when the arguments of the whole map are weighed, on its card",
  ),
  lang: oneOf(exportLanguages, "words", "the language of words that are added to those of the map"),
  fonts: flag(
    false,
    "fonts",
    "the letters of the picture within the file, so that it looks the same everywhere",
  ),
  date: {
    initial: "",
    takes: `a text of at most ${maxDateChars} characters`,
    summary: "a date beside the title, as it is to be printed",
    group: "heading",
    read: (text) => (text.length <= maxDateChars ? text : undefined),
  },
  scale: {
    initial: null,
    takes: "a number from 0.5 to 4",
    summary: "times the size on the canvas; twice where nothing is said, or less where the picture is large",
    group: "pixels",
    read: numberIn(0.5, 4),
  },
  dpi: {
    initial: null,
    takes: "a number from 36 to 1200",
    summary: "dots per inch for printers; the picture gets that many pixels",
    group: "pixels",
    read: numberIn(36, 1200),
  },
  page: oneOf(exportPages, "pages", "the paper; fit is one page as large as the picture"),
  turn: oneOf(exportTurns, "pages", "how the paper is held; auto shows the map larger"),
  spread: oneOf(exportSpreads, "pages", "one page, or tiles to be glued together"),
  cards: {
    initial: null,
    takes: "ids with commas between",
    summary: "only these cards and what stands wholly among them",
    group: undefined,
    read: readIds,
  },
  group: {
    initial: null,
    takes: "an id",
    summary: "only the cards of this group",
    group: undefined,
    read: (text) => (idPattern.test(text) ? (text as GroupId) : undefined),
  },
  step: {
    initial: null,
    takes: "an id",
    summary: "only what this step of a presentation shows",
    group: undefined,
    read: (text) => (idPattern.test(text) ? (text as StepId) : undefined),
  },
  presentation: {
    initial: null,
    takes: "an id, or * for steps of no presentation",
    summary: "the steps of this presentation: of a PDF a page each with notes, of slides one each",
    group: "presentation",
    read: (text) =>
      text === unnamedPresentation ? text : idPattern.test(text) ? (text as PresentationId) : undefined,
  },
};

/** The options that mean something to a format. */
export function exportOptionsOf({ options }: FormatInfo): readonly ExportOptionName[] {
  const names = Object.keys(exportOptionRules) as ExportOptionName[];
  return names.filter((name) => {
    const { group } = exportOptionRules[name];
    return group === undefined || options.includes(group);
  });
}

/** What is chosen where nothing is said. */
export const initialExportOptions: ExportOptions = Object.fromEntries(
  Object.entries(exportOptionRules).map(([name, { initial }]) => [name, initial]),
) as ExportOptions;

/** Options from text, as addresses and commands have them. All faults are told, each as a sentence. */
export function readExportOptions(
  format: FormatInfo,
  given: Readonly<Record<string, string | undefined>>,
): Result<ExportOptions, readonly string[]> {
  const known = exportOptionsOf(format);
  const faults: string[] = [];
  const chosen: Record<string, unknown> = { ...initialExportOptions };
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const option = known.find((some) => some === name);
    if (option === undefined) {
      faults.push(`The format "${format.name}" has no option "${short(name)}"; it has: ${known.join(", ")}.`);
      continue;
    }
    const { read, takes } = exportOptionRules[option];
    const value = read(text);
    if (value === undefined) faults.push(`"${name}" must be ${takes}, not "${short(text)}".`);
    else chosen[option] = value;
  }
  faults.push(...vainFaults(format, chosen as ExportOptions));
  return faults.length > 0 ? err(faults) : ok(chosen as ExportOptions);
}

/** What was asked for and would change nothing, because of what else was chosen. */
function vainFaults(format: FormatInfo, options: ExportOptions): readonly string[] {
  const { page, presentation, scale, dpi } = options;
  const faults: string[] = [];
  // A handout is on paper, whether that is named or not.
  const isHandout = presentation !== null && format.options.includes("pages");
  if (isHandout) {
    for (const name of ["ground", "title", "legend", "sources", "spread"] as const)
      if (options[name] !== initialExportOptions[name])
        faults.push(`"${name}" changes nothing where a presentation is handed out: leave it out.`);
  } else if (page === "fit")
    for (const name of ["turn", "spread"] as const)
      if (options[name] !== initialExportOptions[name])
        faults.push(`"${name}" is about paper, and the page is as large as the map: say "page", too.`);
  if (presentation !== null)
    for (const name of ["cards", "group", "step"] as const)
      if (options[name] !== null)
        faults.push(`"${name}" takes a part of the map, which has no steps: leave it or "presentation" out.`);
  if (scale !== null && dpi !== null)
    faults.push('"scale" and "dpi" both say how many pixels there are: leave one of them out.');
  return faults;
}

function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
  group: OptionGroup,
  summary: string,
): ExportOptionRule<Values[number]> {
  return {
    initial: values[0],
    takes: `one of ${values.join(", ")}`,
    summary,
    group,
    read: (text) => values.find((value) => value === text),
  };
}

function flag(initial: boolean, group: OptionGroup, summary: string): ExportOptionRule<boolean> {
  return {
    initial,
    takes: "true or false",
    summary,
    group,
    read: (text) => (text === "true" ? true : text === "false" ? false : undefined),
  };
}

function numberIn(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,4}(?:\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
}

function readIds(text: string): readonly CardId[] | undefined {
  const ids = [...new Set(text.split(","))];
  return ids.length <= maxCards && ids.every((id) => idPattern.test(id)) ? (ids as CardId[]) : undefined;
}

/** What came in may be long, and is repeated to whoever sent it. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
