import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { viewOf } from "#shared/model/index.ts";
import { beginTalk, goTo, hold } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { aCard, aStep, mapOf } from "../../../tests/fixtures/model/build.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { StageProvider, useSteps } from "../../stage/index.ts";
import { placeInstead, useGoneStep } from "./use-gone-step.ts";

afterEach(cleanup);

const [one, two, three] = [aStep("one", ["c"]), aStep("two", ["c"]), aStep("three", ["c"])];
const at = (step: typeof one) => ({ step: step.id, beat: 2 });
const rest = [one, three];
const view = viewOf(mapOf([aCard("c"), ...rest]));

test("[K7] a talk whose step is deleted goes on with what has taken its place, at the end with the last", () => {
  expect(placeInstead(view, rest, at(two), { step: two.id, at: 1 })).toEqual({ step: "three", beat: 0 });
  expect(placeInstead(view, [one], at(two), { step: two.id, at: 1 })).toEqual({ step: "one", beat: 0 });
  expect(placeInstead(view, [], at(two), { step: two.id, at: 1 })).toBeNull();
});

test("[K7] a step that a window has not heard of yet is not taken for a deleted one", () => {
  expect(placeInstead(view, rest, at(two), null)).toBeNull();
  expect(placeInstead(view, rest, at(two), { step: one.id, at: 0 })).toBeNull();
  // It is in the map, and only the list of steps is behind.
  const known = viewOf(mapOf([aCard("c"), one, two, three]));
  expect(placeInstead(known, rest, at(two), { step: two.id, at: 1 })).toBeNull();
});

type WindowProps = Readonly<{ stage: Stage; actions: Parameters<typeof useGoneStep>[2] }>;

function WithTheWord({ stage, actions }: WindowProps) {
  const steps = useSteps(null);
  useGoneStep(stage, steps, actions, true);
  return <p>{steps.length} steps</p>;
}

test("[K7] where the step is deleted at which the audience is held, it comes along, once this window has seen it", async () => {
  const made = createClientSession([aCard("c"), one, two]);
  const presenter = { id: 1, name: "Ada", device: "d" };
  const begun = beginTalk({ talk: "t", presentation: null, place: at(two), presenter, now: 1 }, null);
  const held = goTo(hold(begun, true), at(one), 2);
  const actions = { jump: vi.fn(), letGo: vi.fn() };
  renderPage(
    withSession(
      made,
      <StageProvider session={made.session} steers={false}>
        <WithTheWord stage={held} actions={actions} />
      </StageProvider>,
    ),
  );
  await screen.findByText("2 steps");
  expect(actions.letGo).not.toHaveBeenCalled();
  made.others({ type: "delete", ids: [two.id] });
  await waitFor(() => expect(actions.letGo).toHaveBeenCalledOnce());
  expect(actions.jump).not.toHaveBeenCalled();
});
