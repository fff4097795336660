import { answerTidy } from "./answer-tidy.ts";
import type { TidyQuestion } from "./tidy-request.ts";

self.onmessage = (event: MessageEvent<TidyQuestion>) => {
  self.postMessage(answerTidy(event.data));
};
