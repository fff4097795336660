import type { PixelSize } from "#shared/formats/drawing.ts";

/** An SVG as PNG, or null where the browser has not the room for so many dots. Loads nothing from anywhere. */
export async function rasterise(
  svg: string,
  { width, height }: PixelSize,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    // Room is given back at once, not when the page is tidied.
    canvas.width = 0;
    return blob && new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
