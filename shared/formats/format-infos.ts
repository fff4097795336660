/** Every format by its name, as addresses, commands and dialogs call it. */
export const formatNames = [
  "svg",
  "png",
  "pdf",
  "pptx",
  "html",
  "outline",
  "markdown",
  "argdown",
  "kialo",
  "json",
  "aif",
  "xaif",
  "graphml",
  "dot",
  "mermaid",
  "csv",
  "mindmup",
  "opml",
  "csl-json",
  "bibtex",
] as const;
export type FormatName = (typeof formatNames)[number];

/** What a format is for, so that a long list can be told in parts. */
export type FormatFamily = "picture" | "document" | "text" | "data";

/**
 * Options that belong together, so that a format has just those that it heeds: colours, what is behind the picture, title and
 * date, legend, what is told besides the cards, how cards fare, the language of added words, fonts that come along, how many
 * dots, which paper, which presentation.
 */
export type OptionGroup =
  | "theme"
  | "ground"
  | "heading"
  | "legend"
  | "content"
  | "standings"
  | "words"
  | "fonts"
  | "pixels"
  | "pages"
  | "presentation";

/** What can be said of a format without loading its code. */
export type FormatInfo = Readonly<{
  name: FormatName;
  /** What people call it; a name, the same in every language. */
  label: string;
  family: FormatFamily;
  /** Without the dot; files that are written get the first. */
  extensions: readonly [string, ...string[]];
  mediaType: string;
  isBinary: boolean;
  /** Drawn by an engine that the platform lends, which takes options, rather than written as text by `loadFormat`. */
  isDrawn: boolean;
  /** What can be chosen besides the part of the map. */
  options: readonly OptionGroup[];
  canRead: boolean;
  canWrite: boolean;
}>;

type Ability = Pick<FormatInfo, "isBinary" | "isDrawn" | "options" | "canRead" | "canWrite">;

const both: Ability = { isBinary: false, isDrawn: false, options: [], canRead: true, canWrite: true };
const readOnly: Ability = { ...both, canWrite: false };
const writeOnly: Ability = { ...both, canRead: false };
const drawn: Ability = { ...both, isDrawn: true, canRead: false };
/** What every drawn file heeds. */
const shown = ["theme", "content", "standings", "words"] as const satisfies readonly OptionGroup[];
/** What a picture without a page around it heeds besides. */
const alone = [...shown, "ground", "heading", "legend"] as const satisfies readonly OptionGroup[];

const table: Readonly<Record<FormatName, Omit<FormatInfo, "name">>> = {
  svg: {
    ...drawn,
    options: [...alone, "fonts"],
    label: "SVG",
    family: "picture",
    extensions: ["svg"],
    mediaType: "image/svg+xml",
  },
  png: {
    ...drawn,
    isBinary: true,
    options: [...alone, "pixels"],
    label: "PNG",
    family: "picture",
    extensions: ["png"],
    mediaType: "image/png",
  },
  pdf: {
    ...drawn,
    isBinary: true,
    options: [...alone, "pages", "presentation"],
    label: "PDF",
    family: "document",
    extensions: ["pdf"],
    mediaType: "application/pdf",
  },
  pptx: {
    ...drawn,
    isBinary: true,
    options: [...shown, "presentation"],
    label: "PowerPoint",
    family: "document",
    extensions: ["pptx"],
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  html: {
    ...drawn,
    options: [...shown, "heading", "legend"],
    label: "Web page",
    family: "document",
    extensions: ["html", "htm"],
    mediaType: "text/html",
  },
  outline: {
    ...both,
    label: "Plain outline",
    family: "text",
    extensions: ["txt", "text"],
    mediaType: "text/plain",
  },
  markdown: {
    ...both,
    options: ["words"],
    label: "Markdown",
    family: "text",
    extensions: ["md", "markdown"],
    mediaType: "text/markdown",
  },
  argdown: {
    ...both,
    label: "Argdown",
    family: "text",
    extensions: ["argdown", "ad"],
    mediaType: "text/vnd.argdown",
  },
  kialo: {
    ...readOnly,
    label: "Kialo text",
    family: "text",
    extensions: ["kialo.txt", "txt"],
    mediaType: "text/plain",
  },
  json: {
    ...both,
    label: "Counterpoint JSON",
    family: "data",
    extensions: ["json"],
    mediaType: "application/json",
  },
  aif: {
    ...both,
    label: "AIF",
    family: "data",
    extensions: ["aif.json", "aif", "json"],
    mediaType: "application/json",
  },
  xaif: {
    ...both,
    label: "xAIF",
    family: "data",
    extensions: ["xaif.json", "xaif", "json"],
    mediaType: "application/json",
  },
  graphml: {
    ...both,
    label: "GraphML",
    family: "data",
    extensions: ["graphml", "xml"],
    mediaType: "application/graphml+xml",
  },
  dot: {
    ...writeOnly,
    label: "Graphviz DOT",
    family: "data",
    extensions: ["dot", "gv"],
    mediaType: "text/vnd.graphviz",
  },
  mermaid: {
    ...both,
    label: "Mermaid",
    family: "data",
    extensions: ["mmd", "mermaid"],
    mediaType: "text/plain",
  },
  csv: {
    ...both,
    label: "CSV",
    family: "data",
    extensions: ["csv"],
    mediaType: "text/csv",
  },
  mindmup: {
    ...both,
    label: "MindMup",
    family: "data",
    extensions: ["mup"],
    mediaType: "application/json",
  },
  opml: {
    ...both,
    label: "OPML",
    family: "data",
    extensions: ["opml", "xml"],
    mediaType: "text/x-opml",
  },
  "csl-json": {
    ...both,
    label: "CSL-JSON",
    family: "data",
    extensions: ["csl.json", "json"],
    mediaType: "application/vnd.citationstyles.csl+json",
  },
  bibtex: {
    ...both,
    label: "BibTeX",
    family: "data",
    extensions: ["bib"],
    mediaType: "application/x-bibtex",
  },
};

/** All formats, in the order in which they are shown; of those with one ending, the first is meant by it. */
export const formatInfos: readonly FormatInfo[] = formatNames.map(infoOf);

/** What is known of one format. */
export function infoOf(name: FormatName): FormatInfo {
  return { name, ...table[name] };
}

/** The format of this name, for what comes from outside. */
export function findFormat(name: string): FormatInfo | undefined {
  return formatInfos.find((known) => known.name === name);
}
