import type { TextFormat } from "../format.ts";
import { outline } from "../outline/index.ts";
import { readOpml } from "./read-opml.ts";
import { writeOpml } from "./write-opml.ts";

/** OPML, which outliners exchange: the plain outline in XML. */
export const opml: TextFormat = {
  read: readOpml,
  write: writeOpml,
  cannotCarry: outline.cannotCarry.filter((feature) => feature !== "mapTitle"),
};
