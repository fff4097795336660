import { standingsOf, strengthsOf } from "#shared/evaluation/index.ts";
import { unpackPlainMap } from "../packed-map.ts";
import type { Weighed } from "./weighed.ts";

self.onmessage = ({ data }: MessageEvent<string>) => {
  const map = unpackPlainMap(data);
  const weighed: Weighed = { standings: standingsOf(map).cards, strengths: strengthsOf(map) };
  self.postMessage(weighed);
};
