/** The sources of a map as bibliographies have them, for Zotero, Pandoc, LaTeX and their like. */
import type { Feature } from "../features.ts";
import type { TextFormat } from "../format.ts";
import { readBibtex } from "./read-bibtex.ts";
import { readCslJson } from "./read-csl.ts";
import { writeBibtex } from "./write-bibtex.ts";
import { writeCslJson } from "./write-csl.ts";

/** With cards and arguments goes all that belongs to them. */
const allButSources: readonly Feature[] = [
  "cards",
  "arguments",
  "conflicts",
  "groups",
  "presentation",
  "mapTitle",
];

/** CSL-JSON, what citation processors read. */
export const cslJson: TextFormat = { read: readCslJson, write: writeCslJson, cannotCarry: allButSources };

/** BibTeX, which BibLaTeX reads as well. */
export const bibtex: TextFormat = { read: readBibtex, write: writeBibtex, cannotCarry: allButSources };
