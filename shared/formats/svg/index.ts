import { pictureOf } from "#shared/diagram/picture/index.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { pictureCannotCarry } from "../drawn/picture-losses.ts";
import type { TextFormat } from "../format.ts";

/** The picture of a map as SVG, drawn as it is without a word about how; cards without a place get one. */
export const svg: TextFormat = {
  write: (map) => writeSvg(pictureOf(withPlaces(map))),
  cannotCarry: pictureCannotCarry,
};
