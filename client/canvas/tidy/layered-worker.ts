import { instance } from "@viz-js/viz";
import { answerTidy } from "./answer-tidy.ts";
import type { TidyAnswer, TidyQuestion } from "./tidy-request.ts";

self.onmessage = async (event: MessageEvent<TidyQuestion>) => {
  self.postMessage(await answer(event.data));
};

async function answer(question: TidyQuestion): Promise<TidyAnswer> {
  try {
    const graphviz = await instance();
    return answerTidy(question, (dot) => graphviz.renderJSON(dot));
  } catch {
    // Graphviz gives up on some graphs, out of memory or of stack; the page then takes another layout.
    return undefined;
  }
}
