import { readJson } from "#shared/formats/json/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { type Clipping, dataName } from "./clipping.ts";

/** Code units; far above what a full map takes. */
const maxClippingChars = 24_000_000;

/** The cards in a clipping of ours, or undefined where it comes from elsewhere or is not whole. */
export function readClipping({ html }: Clipping): PlainMap | undefined {
  if (html.length > maxClippingChars || !html.includes(`${dataName}=`)) return undefined;
  // A document made this way runs no script and fetches nothing.
  const json = new DOMParser()
    .parseFromString(html, "text/html")
    .querySelector(`[${dataName}]`)
    ?.getAttribute(dataName);
  if (!json) return undefined;
  const { map, diagnostics } = readJson(json);
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : map;
}
