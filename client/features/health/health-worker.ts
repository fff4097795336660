import { lintMap } from "#shared/evaluation/index.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";

self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(lintMap(unpackPlainMap(data)));
