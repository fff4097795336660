import { nanoid } from "nanoid";
import { createIdSource } from "#shared/model/index.ts";
import { FileDesk, type FileWord } from "./file-desk.ts";

// Ids as the session makes them.
const desk = new FileDesk(createIdSource(() => nanoid(12)));

self.onmessage = async ({ data }: MessageEvent<FileWord>) => {
  const reply = await desk.hear(data);
  if (reply) self.postMessage(reply);
};
