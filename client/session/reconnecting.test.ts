import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { Connection } from "./connection.ts";

/** A server's end that does nothing but take and drop. */
class FakeSocket {
  static made: FakeSocket[] = [];
  readonly OPEN = 1;
  readyState = 0;
  onopen: (() => void) | null = null;
  onclose: ((event: Readonly<{ code: number }>) => void) | null = null;

  constructor() {
    FakeSocket.made.push(this);
  }

  send(): void {}

  close(): void {
    this.readyState = 3;
  }

  /** The server takes the line and lets it fall. */
  drop(code: number): void {
    this.readyState = 1;
    this.onopen?.();
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

beforeEach(() => {
  FakeSocket.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function connect(): Connection {
  const ydoc = new Y.Doc();
  const nothing = (): void => undefined;
  return new Connection({
    url: "ws://localhost/sync",
    mapId: "some-map-01",
    token: "token",
    ydoc,
    awareness: new Awareness(ydoc),
    renewToken: () => Promise.resolve(undefined),
    onState: nothing,
    onBarrier: nothing,
    onDenied: nothing,
    takeIn: (_update, apply) => apply(),
  });
}

test("[F31] those whom a restart has sent away do not come back at the same moment", () => {
  const count = 40;
  let index = 0;
  // As if chance dealt fairly: without it all would come at one moment, whatever is dealt.
  vi.spyOn(Math, "random").mockImplementation(() => (index++ % count) / count);
  const connections = Array.from({ length: count }, connect);
  for (const socket of FakeSocket.made.splice(0)) socket.drop(closeCode.unavailable);
  const arrivals: number[] = [];
  for (let ms = 0; ms < 1_000; ms += 25) {
    vi.advanceTimersByTime(25);
    arrivals.push(FakeSocket.made.splice(0).length);
  }
  expect(arrivals.reduce((sum, some) => sum + some, 0)).toBe(count);
  expect(Math.max(...arrivals)).toBeLessThanOrEqual(count / 8);
  for (const connection of connections) connection.dispose();
});
