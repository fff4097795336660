import { nanoid } from "nanoid";
import { createIdSource } from "#shared/model/index.ts";
import { packText, readText, type TextToRead } from "./read-text.ts";

self.onmessage = (event: MessageEvent<TextToRead>) => {
  // Ids as the session makes them.
  const createId = createIdSource(() => nanoid(12));
  self.postMessage(packText(readText(event.data, createId)));
};
