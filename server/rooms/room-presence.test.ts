import { describe, expect, it } from "vitest";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { messageType } from "#shared/protocol/messages.ts";
import { presenceFrame } from "../../tests/support/frames.ts";
import { type BenchClient, roomBench } from "../../tests/support/rooms.ts";

/** The states that a client has been told of, by id, latest last. */
function heardBy(client: BenchClient): ReadonlyMap<number, unknown> {
  const heard = new Map<number, unknown>();
  for (const { states } of client.socket.takeOf("presence"))
    for (const [id, { state }] of states) heard.set(id, state);
  return heard;
}

describe("presence", () => {
  it("[W9] reaches the others with the role that the server knows, and not its sender", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join("viewer"), await join()];
    ann.connection.receive(presenceFrame([[1, 1, { user: { name: "Ann" }, role: "owner" }]]));
    await scheduler.advance(100);
    expect(heardBy(ben).get(1)).toMatchObject({ user: { name: "Ann" }, role: "viewer" });
    expect(heardBy(ann)).toEqual(new Map());
  });

  it.each(["viewer", "commenter"] as const)(
    "[W9] shows neither a drag nor an open editor, a call or a stage of a %s, who can move, write and steer nothing",
    async (role) => {
      const { join, scheduler } = await roomBench();
      const [ann, cat, ben] = [await join(role), await join("editor"), await join()];
      const state = {
        cursor: [1, 2],
        editing: "a",
        drag: { ids: ["a"], dx: 5, dy: 5 },
        typing: true,
        calls: 3,
        stage: { talk: "t" },
        laser: [3, 4],
      };
      ann.connection.receive(presenceFrame([[1, 1, state]]));
      cat.connection.receive(presenceFrame([[2, 1, state]]));
      await scheduler.advance(100);
      const heard = heardBy(ben);
      expect(heard.get(1)).toEqual({
        cursor: [1, 2],
        editing: null,
        drag: null,
        typing: false,
        calls: 0,
        stage: null,
        laser: null,
        role,
      });
      expect(heard.get(2)).toEqual({ ...state, role: "editor" });
    },
  );

  it("[W21] shows an audience to nobody, and shows it only those who may edit", async () => {
    const { join, follow, scheduler } = await roomBench();
    const [editor, viewer] = [await join("editor"), await join("viewer")];
    const follower = await follow("editor");
    const stage = { talk: "t", turn: 1 };
    editor.connection.receive(presenceFrame([[1, 1, { stage }]]));
    viewer.connection.receive(presenceFrame([[2, 1, { stage }]]));
    follower.connection.receive(presenceFrame([[3, 1, { stage: { talk: "forged" } }]]));
    await scheduler.advance(100);
    expect([...heardBy(follower).keys()]).toEqual([1]);
    expect([...heardBy(viewer).keys()]).toEqual([1]);
    expect(heardBy(await follow())).toEqual(new Map([[1, { stage, role: "editor" }]]));
    follower.connection.receive(Uint8Array.of(messageType.queryAwareness));
    expect([...heardBy(follower).keys()]).toEqual([1]);
    expect([...heardBy(await join()).keys()]).toEqual([1, 2]);
    for (const { connection } of [viewer, editor]) connection.leave();
    await scheduler.advance(100);
    expect(heardBy(follower)).toEqual(new Map([[1, null]]));
  });

  it("[W3] is told to whoever joins", async () => {
    const { join } = await roomBench();
    const ann = await join();
    ann.connection.receive(presenceFrame([[1, 1, {}]]));
    expect(heardBy(await join())).toEqual(new Map([[1, { role: "editor" }]]));
  });

  it("[W9] leaves at once after a pause, so that a step of a talk waits for nobody", async () => {
    const { join, follow, scheduler } = await roomBench();
    const [ann, follower] = [await join(), await follow()];
    for (let turn = 1; turn <= 3; turn++) {
      await scheduler.advance(50);
      ann.connection.receive(presenceFrame([[1, turn, { stage: { turn } }]]));
      await scheduler.advance(0);
      expect(heardBy(follower).get(1)).toMatchObject({ stage: { turn } });
    }
  });

  it("[W9] leaves at most 20 times a second, the latest state of each", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    ben.socket.take();
    for (let clock = 1; clock <= 100; clock++) {
      ann.connection.receive(presenceFrame([[1, clock, { clock }]]));
      await scheduler.advance(10);
    }
    const frames = ben.socket.takeOf("presence");
    expect(frames.length).toBeGreaterThan(10);
    expect(frames.length).toBeLessThanOrEqual(21);
  });

  it("[W9] ignores what a client says of another's id", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben, cat] = [await join(), await join(), await join()];
    ann.connection.receive(presenceFrame([[1, 1, { name: "Ann" }]]));
    ben.connection.receive(presenceFrame([[1, 5, { name: "not Ann" }]]));
    ben.connection.receive(presenceFrame([[1, 6, null]]));
    await scheduler.advance(100);
    expect(heardBy(cat)).toEqual(new Map([[1, { name: "Ann", role: "editor" }]]));
    expect(ben.socket.closed).toBeUndefined();
  });

  it("[W9] takes the echoes of a full room, as y-websocket sends them", async () => {
    const { join, scheduler } = await roomBench();
    const people = await Promise.all(Array.from({ length: 50 }, () => join()));
    for (const [id, { connection }] of people.entries()) connection.receive(presenceFrame([[id, 1, { id }]]));
    await scheduler.advance(100);
    const echo = presenceFrame(people.map((_, id) => [id, 1, { id }] as const));
    for (const { connection } of people) connection.receive(echo);
    expect(people.filter(({ socket }) => socket.closed !== undefined)).toEqual([]);
  });

  it("[W9] closes whoever announces too many ids, too much, or what is no state", async () => {
    const { join } = await roomBench();
    const tooMany = Array.from(
      { length: limits.maxAwarenessClientsPerSocket + 1 },
      (_, id) => [id, 1, {}] as const,
    );
    const frames = [
      presenceFrame(tooMany),
      presenceFrame([[101, 1, { text: "x".repeat(limits.maxAwarenessBytes) }]]),
      presenceFrame([[102, 1, "text"]]),
      presenceFrame([[103, Number.MAX_SAFE_INTEGER, {}]]),
    ];
    for (const frame of frames) {
      const { socket, connection } = await join();
      connection.receive(frame);
      expect(socket.closed?.code).toBe(closeCode.malformed);
    }
  });

  it("[F17] [W10] ends with the connection, for all ids that it announced", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben] = [await join(), await join()];
    ann.connection.receive(presenceFrame([[1, 1, {}]]));
    ann.connection.receive(presenceFrame([[2, 4, {}]]));
    await scheduler.advance(100);
    ben.socket.take();
    ann.connection.leave();
    await scheduler.advance(100);
    const [frame] = ben.socket.takeOf("presence");
    expect(frame?.states).toEqual(
      new Map([
        [1, { clock: 2, state: null }],
        [2, { clock: 5, state: null }],
      ]),
    );
  });

  it("[F17] [W10] tells a client that comes back with its old clock to raise it", async () => {
    const { join, scheduler } = await roomBench();
    const ben = await join();
    const ann = await join("editor", "ann");
    ann.connection.receive(presenceFrame([[1, 3, {}]]));
    ann.connection.leave();
    const again = await join("editor", "ann");
    again.socket.take();
    again.connection.receive(presenceFrame([[1, 3, {}]]));
    expect(again.socket.takeOf("presence")[0]?.states).toEqual(new Map([[1, { clock: 4, state: null }]]));
    again.connection.receive(presenceFrame([[1, 5, {}]]));
    await scheduler.advance(100);
    expect(heardBy(ben)).toEqual(new Map([[1, { role: "editor" }]]));
  });

  it("[F26] [W10] lets a client take its id along while its old connection still seems alive", async () => {
    const { join, scheduler } = await roomBench();
    const ben = await join();
    const ann = await join("editor", "ann");
    ann.connection.receive(presenceFrame([[1, 3, { at: "old" }]]));
    const again = await join("editor", "ann");
    again.connection.receive(presenceFrame([[1, 4, { at: "new" }]]));
    ann.connection.leave();
    await scheduler.advance(100);
    expect(heardBy(ben)).toEqual(new Map([[1, { at: "new", role: "editor" }]]));
  });

  it("[W10] brings no ghost back when an echo comes after its owner has left", async () => {
    const { join, scheduler } = await roomBench();
    const [ann, ben, cat] = [await join(), await join(), await join()];
    ann.connection.receive(presenceFrame([[1, 1, {}]]));
    ann.connection.leave();
    ben.connection.receive(presenceFrame([[1, 1, {}]]));
    await scheduler.advance(100);
    expect(heardBy(cat)).toEqual(new Map([[1, null]]));
  });
});
