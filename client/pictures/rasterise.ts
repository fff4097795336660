import { DrawingError, type DrawingTools } from "#shared/formats/drawn/drawing.ts";
import { paintItems } from "./paint-canvas.ts";

/** The fonts made for the picture, under a name that no other font has; the rest is for characters they lack. */
const madeFamily = "Counterpoint Picture";
const family = `"${madeFamily}", Inter, system-ui, sans-serif`;

const tooManyDots =
  "This browser did not make a picture of so many pixels. Choose a smaller scale, a part of the map, SVG or PDF.";

/** A picture as PNG, in the thread that asks. */
export const rasterise: DrawingTools["rasterise"] = async (picture, fonts, { width, height }) => {
  // Threads have fonts as pages do; the types are those of pages.
  const known = (self as unknown as Readonly<{ fonts: FontFaceSet }>).fonts;
  for (const { weight, bytes } of fonts) {
    const face = new FontFace(madeFamily, bytes, { weight: String(weight) });
    known.add(await face.load());
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new DrawingError("too-large", tooManyDots);
  if (picture.ground !== null) {
    context.fillStyle = picture.ground;
    context.fillRect(0, 0, width, height);
  }
  context.scale(width / picture.width, height / picture.height);
  paintItems(context, picture.items, family);
  const blob = await canvas.convertToBlob({ type: "image/png" }).catch((cause: unknown) => {
    throw new DrawingError("too-large", tooManyDots, { cause });
  });
  return new Uint8Array(await blob.arrayBuffer());
};
