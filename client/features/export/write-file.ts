import { pictureOf } from "#shared/diagram/picture/index.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import { type DrawingJob, pictureOptionsOf } from "#shared/formats/drawn/drawing.ts";
import { type Loss, lossesOf } from "#shared/formats/features.ts";
import { type FormatName, infoOf, loadFormat } from "#shared/formats/registry.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";

/** What is to be written, the map as one text. */
export type FileToWrite = Readonly<{
  format: FormatName;
  map: string;
  drawing: Omit<DrawingJob, "map">;
  /** Whether what is drawn is to be shown, too. */
  isShown: boolean;
}>;

/** What a map comes to in a format. */
export type FileWritten = Readonly<{
  /** The file, or of what is drawn its picture as SVG; null where nothing was asked to be shown. */
  text: string | null;
  losses: readonly Loss[];
}>;

/** What the thread that writes answers; `fault` is why there is nothing, as the engine says it. */
export type WriterAnswer = FileWritten | Readonly<{ fault: string }>;

/** Writes a text, or the picture of what is drawn, and says what will be missing. Takes seconds of large maps: for a worker. */
export async function writeFile({ format, map, drawing, isShown }: FileToWrite): Promise<FileWritten> {
  const { write, cannotCarry } = await loadFormat(format);
  const plain = unpackPlainMap(map);
  const losses = lossesOf(plain, cannotCarry);
  if (!infoOf(format).isDrawn) return { text: write?.(plain) ?? null, losses };
  if (!isShown) return { text: null, losses };
  return {
    text: writeSvg(pictureOf(withPlaces(plain), pictureOptionsOf({ ...drawing, map: plain }))),
    losses,
  };
}
