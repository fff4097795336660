/** All file formats: what there is, what a file is, and the code of one, fetched when it is asked for. */

import type { TextFormat } from "./format.ts";
import type { FormatName } from "./format-infos.ts";

export {
  type FormatFamily,
  type FormatInfo,
  type FormatName,
  findFormat,
  formatInfos,
  formatNames,
  infoOf,
} from "./format-infos.ts";
export { formatForName, guessFormat } from "./guess-format.ts";

const loaders: Readonly<Record<FormatName, () => Promise<TextFormat>>> = {
  svg: async () => (await import("./svg/index.ts")).svg,
  png: async () => (await import("./png/index.ts")).png,
  pdf: async () => (await import("./pdf/index.ts")).pdf,
  pptx: async () => (await import("./pptx/index.ts")).pptx,
  html: async () => (await import("./html/index.ts")).html,
  outline: async () => (await import("./outline/index.ts")).outline,
  markdown: async () => (await import("./markdown/index.ts")).markdown,
  argdown: async () => (await import("./argdown/index.ts")).argdown,
  kialo: async () => (await import("./kialo/index.ts")).kialo,
  json: async () => (await import("./json/text-format.ts")).json,
  aif: async () => (await import("./aif/index.ts")).aif,
  xaif: async () => (await import("./aif/index.ts")).xaif,
  graphml: async () => (await import("./graphml/index.ts")).graphml,
  dot: async () => (await import("./dot/index.ts")).dot,
  mermaid: async () => (await import("./mermaid/index.ts")).mermaid,
  csv: async () => (await import("./csv/index.ts")).csv,
  mindmup: async () => (await import("./mindmup/index.ts")).mindmup,
  opml: async () => (await import("./opml/index.ts")).opml,
  "csl-json": async () => (await import("./bibliography/index.ts")).cslJson,
  bibtex: async () => (await import("./bibliography/index.ts")).bibtex,
};

/** The reader and the writer of a format, and what it cannot carry. Each format is a chunk of its own. */
export function loadFormat(name: FormatName): Promise<TextFormat> {
  return loaders[name]();
}
