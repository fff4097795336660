import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeGlimpse } from "#shared/protocol/glimpse.ts";
import { aCard, mapOf } from "../../tests/fixtures/model/build.ts";
import { useGlimpse } from "./use-glimpse.ts";

const sent = JSON.parse(
  writeGlimpse({ at: [0, 0], span: [9_000, 9_000], map: mapOf([aCard("a")], { a: [0, 0] }) }),
);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The hook over what the server answers, and whether the wire may be opened. */
function followed(asked: Promise<unknown>) {
  const { result } = renderHook(() => useGlimpse(asked));
  const opened = vi.fn();
  void result.current.settled.then(opened);
  return { result, opened };
}

const aWhile = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("the wire waits until the glimpse is on the screen", async () => {
  const { result, opened } = followed(Promise.resolve(sent));
  await aWhile(1);
  expect(result.current.glimpse?.span).toEqual([9_000, 9_000]);
  expect(opened).not.toHaveBeenCalled();
  act(() => result.current.onSeen());
  await aWhile(0);
  expect(opened).toHaveBeenCalled();
});

test.each([
  ["nothing", undefined],
  ["what nobody can read", { at: "here" }],
])("the wire waits no longer where there is %s", async (_what, answer) => {
  const { result, opened } = followed(Promise.resolve(answer));
  await aWhile(1);
  expect(result.current.glimpse).toBeNull();
  expect(opened).toHaveBeenCalled();
});

test("the wire does not wait for what is late, which is shown all the same", async () => {
  const { result, opened } = followed(new Promise((resolve) => setTimeout(() => resolve(sent), 900)));
  await aWhile(299);
  expect(opened).not.toHaveBeenCalled();
  await aWhile(1);
  expect(opened).toHaveBeenCalled();
  await aWhile(600);
  expect(result.current.glimpse).not.toBeNull();
});

test("what comes when the map is there already is not shown", async () => {
  const { result } = followed(new Promise((resolve) => setTimeout(() => resolve(sent), 900)));
  act(() => result.current.onOver());
  await aWhile(1_000);
  expect(result.current.glimpse).toBeNull();
});
