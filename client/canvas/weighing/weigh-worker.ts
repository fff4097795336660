import { Scales, type WeighTold } from "./scales.ts";

const scales = new Scales();

self.onmessage = ({ data }: MessageEvent<WeighTold>) => {
  scales.take(data);
  if (data.isLast) self.postMessage(scales.weigh());
};
