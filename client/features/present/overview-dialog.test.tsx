import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Step } from "#shared/model/index.ts";
import { beginTalk } from "#shared/presenting/index.ts";
import { aCard, aStep, card } from "../../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import type { ThumbnailJob } from "../../pictures/thumbnail-messages.ts";
import { StageProvider } from "../../stage/index.ts";
import { OverviewDialog } from "./overview-dialog.tsx";
import { type Presenter, PresenterContext } from "./presenter-context.ts";

/** A thread that is begun and told things, and never answers. */
class SilentWorker {
  static begun: string[] = [];
  static drawn: ThumbnailJob[] = [];
  onmessage = null;
  onerror = null;

  constructor(code: URL) {
    SilentWorker.begun.push(code.href);
  }

  postMessage(told: Readonly<{ job?: ThumbnailJob }>): void {
    if (told.job) SilentWorker.drawn.push(told.job);
  }

  addEventListener(): void {}

  terminate(): void {}
}

beforeEach(() => {
  SilentWorker.begun = [];
  SilentWorker.drawn = [];
  vi.stubGlobal("Worker", SilentWorker);
  vi.stubGlobal("requestIdleCallback", (run: IdleRequestCallback) =>
    run({ didTimeout: false, timeRemaining: () => 50 }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(...steps: readonly Step[]) {
  const made = createClientSession([aCard("c"), ...steps]);
  made.session.apply({ type: "moveCards", to: [[card("c"), [0, 0]]] });
  const place = { step: null, beat: 0 };
  const presenter = { id: 1, name: "Ada", device: "d" };
  const stage = beginTalk({ talk: "t", presentation: null, place, presenter, now: 1 }, null);
  const given: Partial<Presenter> = { stage, steps };
  renderPage(
    withSession(
      made,
      <StageProvider session={made.session} steers={false}>
        <PresenterContext value={given as Presenter}>
          <OverviewDialog onClose={() => undefined} />
        </PresenterContext>
      </StageProvider>,
    ),
  );
  await screen.findByRole("dialog", { name: "All steps" });
  return { isWeighed: SilentWorker.begun.some((code) => code.includes("weigh-worker")) };
}

test("[K21] where no step that is shown says how cards fare, the map is not weighed for their pictures", async () => {
  const hidden = aStep("two", ["c"], { layer: "standing", isHidden: true });
  expect(await open(aStep("one", ["c"]), hidden)).toEqual({ isWeighed: false });
});

test("[K21] where one does, it is", async () => {
  expect(await open(aStep("one", ["c"], { layer: "standing" }))).toEqual({ isWeighed: true });
});

test("of a step that is hidden no picture is drawn", async () => {
  await open(aStep("one", ["c"], { isHidden: true }));
  expect(SilentWorker.drawn).toEqual([]);
  cleanup();
  await open(aStep("one", ["c"]));
  expect(SilentWorker.drawn).toHaveLength(1);
});
