/** Pictures as WebP, half the size of PNG or less. Playwright's own screenshots know no WebP, browsers do. */

const quality = 0.85;

/**
 * Lays PNGs side by side on one ground, each fitted into its box, and yields the whole as WebP bytes.
 * `layers` are `{ png, x, y, width, height }` in pixels of the picture.
 */
export async function compose(browser, { width, height, ground }, layers) {
  const page = await browser.newPage();
  try {
    const base64 = await page.evaluate(
      async ([size, pieces, quality]) => {
        const canvas = new OffscreenCanvas(size.width, size.height);
        const context = canvas.getContext("2d");
        context.imageSmoothingQuality = "high";
        context.fillStyle = size.ground;
        context.fillRect(0, 0, size.width, size.height);
        for (const { png, x, y, width, height } of pieces) {
          const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
          context.drawImage(await createImageBitmap(blob), x, y, width, height);
        }
        const webp = await canvas.convertToBlob({ type: "image/webp", quality });
        const bytes = new Uint8Array(await webp.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      },
      [
        { width, height, ground },
        layers.map((layer) => ({ ...layer, png: layer.png.toString("base64") })),
        quality,
      ],
    );
    return Buffer.from(base64, "base64");
  } finally {
    await page.close();
  }
}

/** Writes stills of one size, each shown for so many milliseconds, as one picture that moves and then begins again. */
export async function writeFilm(file, { width, height }, stills) {
  const { Image } = (await import("node-webpmux")).default;
  const frames = stills.map(({ webp, ms }) => ({ buffer: webp, delay: ms }));
  await Image.save(file, { width, height, frames, loops: 0 });
}
