import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { barrierTimeoutMs } from "#shared/protocol/messages.ts";
import { type SaveState, SaveTracker } from "./save-tracker.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function track() {
  const sent: number[] = [];
  const states: SaveState[] = [];
  const tracker = new SaveTracker({
    send: (sequence) => sent.push(sequence),
    onChange: (state) => states.push(state),
    setTimer: (run, delayMs) => window.setTimeout(run, delayMs),
    clearTimer: (timer) => window.clearTimeout(timer),
  });
  /** The server's answer to the last barrier. */
  const echo = () => tracker.confirmed(sent.at(-1) ?? Number.NaN);
  return { tracker, sent, states, echo };
}

function trackOnline() {
  const tracked = track();
  tracked.tracker.online();
  tracked.echo();
  return tracked;
}

test("nothing is called saved before the server has answered", () => {
  const { tracker, sent, states, echo } = track();
  expect(tracker.state).toBe("offline");
  tracker.online();
  expect(sent).toHaveLength(1);
  expect(states).toEqual(["saving"]);
  echo();
  expect(states).toEqual(["saving", "saved"]);
});

test("a change is saving until its own barrier comes back", () => {
  const { tracker, sent, echo } = trackOnline();
  tracker.changed();
  expect(tracker.state).toBe("saving");
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(2);
  echo();
  expect(tracker.state).toBe("saved");
});

test("an answer to an earlier barrier does not cover what was written since", () => {
  const { tracker, sent, echo } = trackOnline();
  tracker.changed();
  vi.advanceTimersByTime(1_000);
  const earlier = sent.at(-1) ?? Number.NaN;
  tracker.changed();
  tracker.confirmed(earlier);
  expect(tracker.state).toBe("saving");
  vi.advanceTimersByTime(1_000);
  echo();
  expect(tracker.state).toBe("saved");
});

test("changes in quick succession share one barrier, which covers the last of them", () => {
  const { tracker, sent, echo } = trackOnline();
  for (let stroke = 0; stroke < 20; stroke++) {
    tracker.changed();
    vi.advanceTimersByTime(5);
  }
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(2);
  echo();
  expect(tracker.state).toBe("saved");
});

test("8 seconds without an answer are a visible not saved, and a late answer still counts", () => {
  const { tracker, echo } = trackOnline();
  tracker.changed();
  vi.advanceTimersByTime(7_999);
  expect(tracker.state).toBe("saving");
  vi.advanceTimersByTime(1);
  expect(barrierTimeoutMs).toBe(8_000);
  expect(tracker.state).toBe("unsaved");
  echo();
  expect(tracker.state).toBe("saved");
});

test("typing on does not put the deadline off", () => {
  const { tracker } = trackOnline();
  for (let passedMs = 0; passedMs < 8_000; passedMs += 500) {
    tracker.changed();
    vi.advanceTimersByTime(500);
  }
  expect(tracker.state).toBe("unsaved");
  tracker.changed();
  expect(tracker.state).toBe("unsaved");
});

test("the deadline also runs for the barrier of a fresh connection", () => {
  const { tracker } = track();
  tracker.online();
  vi.advanceTimersByTime(barrierTimeoutMs);
  expect(tracker.state).toBe("unsaved");
});

test("a new connection asks anew, even if nothing was changed meanwhile", () => {
  const { tracker, sent, states, echo } = trackOnline();
  tracker.offline();
  tracker.online();
  expect(sent).toHaveLength(2);
  expect(tracker.state).toBe("saving");
  echo();
  expect(states).toEqual(["saving", "saved", "offline", "saving", "saved"]);
});

test("what is written offline is covered by the barrier of the next connection", () => {
  const { tracker, sent, echo } = trackOnline();
  const before = sent.at(-1) ?? Number.NaN;
  tracker.offline();
  tracker.changed();
  tracker.online();
  tracker.confirmed(before);
  expect(tracker.state).toBe("saving");
  echo();
  expect(tracker.state).toBe("saved");
});

test("offline it never says saved, sends nothing and gives no alarm", () => {
  const { tracker, sent, states } = trackOnline();
  tracker.changed();
  tracker.offline();
  const sentBefore = sent.length;
  tracker.confirmed(Number.MAX_SAFE_INTEGER);
  tracker.changed();
  tracker.confirmed(Number.MAX_SAFE_INTEGER);
  vi.advanceTimersByTime(10 * barrierTimeoutMs);
  expect(tracker.state).toBe("offline");
  expect(states.at(-1)).toBe("offline");
  expect(sent).toHaveLength(sentBefore);
});

test("after it is disposed of, no timer is left and nothing more is told", () => {
  const { tracker, states } = trackOnline();
  tracker.changed();
  tracker.dispose();
  expect(vi.getTimerCount()).toBe(0);
  const told = states.length;
  tracker.confirmed(Number.MAX_SAFE_INTEGER);
  vi.advanceTimersByTime(barrierTimeoutMs);
  expect(states).toHaveLength(told);
});

test("writing without a pause is never called unsaved while the server keeps answering", () => {
  const { tracker, sent, states } = trackOnline();
  for (let answered = 0, time = 0; time < 3 * barrierTimeoutMs; time += 100) {
    tracker.changed();
    vi.advanceTimersByTime(100);
    // Each answer is one barrier behind, so that there is always something still unconfirmed.
    const previous = sent.at(-2);
    if (previous !== undefined && sent.length > answered) tracker.confirmed(previous);
    answered = sent.length;
  }
  expect(states).not.toContain("unsaved");
});

test("nothing counts as saved on a connection that has refused a change, whatever it confirms", () => {
  const { tracker, echo } = trackOnline();
  tracker.changed();
  vi.advanceTimersByTime(1_000);
  tracker.denied();
  echo();
  expect(tracker.state).toBe("unsaved");
  expect(tracker.hasUnconfirmed).toBe(true);
  tracker.offline();
  tracker.online();
  echo();
  expect(tracker.state).toBe("saved");
});

test("a refusal that comes before the page is online counts as well", () => {
  const { tracker, echo } = track();
  tracker.denied();
  tracker.online();
  echo();
  expect(tracker.state).toBe("unsaved");
});
