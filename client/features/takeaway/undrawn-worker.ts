import { undrawnIn } from "#shared/formats/pdf/undrawn.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import type { HandoutAsked } from "./ask-undrawn.ts";

self.onmessage = ({ data }: MessageEvent<HandoutAsked>) => {
  const [loss] = undrawnIn(unpackPlainMap(data.map), data.options);
  self.postMessage({ characters: loss?.characters ?? "" });
};
