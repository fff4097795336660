import { createContext, useContext } from "react";
import { assert } from "#shared/lib/assert.ts";
import type { Step } from "#shared/model/index.ts";
import type { Showing } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import type { Poll } from "#shared/talk/index.ts";
import type { Hall } from "../../stage/index.ts";
import type { Polls } from "../../voting/index.ts";
import type { RemoteCode } from "./remote-code.ts";
import type { TalkActions } from "./use-talk-actions.ts";

/** What a window that presents works with, while there is a talk. */
export type Presenter = Readonly<{
  stage: Stage;
  /** Of the presentation, in their order, hidden ones as well. */
  steps: readonly Step[];
  /** What is to be seen where the presenter is; null where nothing can be shown. */
  showing: Showing | null;
  /** Whether this person has the word: who has not only looks on, until they take it. */
  hasWord: boolean;
  /** By what the talk knows who has the word here. */
  device: string;
  hall: Hall;
  polls: Polls;
  /** The vote that the step asks for, where it was asked for already. */
  poll: Poll | undefined;
  actions: TalkActions;
  /** By which a phone becomes a remote. */
  remoteCode: RemoteCode;
}>;

export const PresenterContext = createContext<Presenter | null>(null);

export function usePresenter(): Presenter {
  const presenter = useContext(PresenterContext);
  assert(presenter, "this component stands inside a PresenterContext");
  return presenter;
}
