import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { heartbeatMs } from "#shared/protocol/messages.ts";
import { presenceFrame, updateFrame } from "../../tests/support/frames.ts";
import { roomBench } from "../../tests/support/rooms.ts";
import { systemScheduler } from "./scheduler.ts";

const anHour = 3_600_000;

describe.each([
  ["an hour back", -anHour],
  ["an hour ahead", anHour],
])("a clock that is set %s", (_name, jump) => {
  it("[W11] keeps no heartbeat from coming in time", async () => {
    const { join, scheduler } = await roomBench();
    const { socket } = await join();
    await scheduler.advance(1_000);
    scheduler.setClockBy(jump);
    socket.take();
    await scheduler.advance(heartbeatMs);
    expect(socket.take()).not.toHaveLength(0);
  });

  it("[W9] holds no presence back", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    ann.connection.receive(presenceFrame([[1, 1, { name: "Ann" }]]));
    await scheduler.advance(100);
    scheduler.setClockBy(jump);
    ben.socket.take();
    ann.connection.receive(presenceFrame([[1, 2, { name: "Ann" }]]));
    await scheduler.advance(100);
    expect(ben.socket.takeOf("presence").at(-1)?.states.get(1)?.clock).toBe(2);
  });

  it("[W12] closes nobody who is only a little behind, and in time whoever gets nowhere", async () => {
    const { join, scheduler } = await roomBench();
    const [slow, ben] = [await join(), await join()];
    slow.socket.bufferedBytes = limits.laggingAboveBytes + 1;
    const ydoc = new Y.Doc();
    ydoc.getMap("probe").set("a", 1);
    ben.connection.receive(updateFrame(Y.encodeStateAsUpdate(ydoc)));
    await scheduler.advance(2_000);
    scheduler.setClockBy(jump);
    await scheduler.advance(2_000);
    expect(slow.socket.closed).toBeUndefined();
    await scheduler.advance(limits.lagDeadlineMs);
    expect(slow.socket.closed?.code).toBe(closeCode.tooSlow);
    expect(ben.socket.closed).toBeUndefined();
  });
});

describe("the scheduler of the system", () => {
  it("tells times that no clock moves beside the date", () => {
    const [date, elapsed] = [systemScheduler.now(), systemScheduler.elapsed()];
    expect(Math.abs(date - Date.now())).toBeLessThan(60_000);
    expect(elapsed).toBeLessThan(date);
    expect(systemScheduler.elapsed()).toBeGreaterThanOrEqual(elapsed);
  });
});
