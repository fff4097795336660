import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Bus } from "../../server/rooms/index.ts";

/**
 * Two ends of one bus, as two processes have them; for a bus within a process both are the same. `opened` resolves when
 * all subscriptions made before hear.
 */
export type BusUnderTest = Readonly<{
  here: Bus;
  there: Bus;
  opened: () => Promise<void>;
  dispose: () => Promise<void>;
}>;

/** What every bus must keep to; run over each adapter. */
export function describeBus(name: string, create: () => Promise<BusUnderTest>): void {
  describe(`bus: ${name}`, () => {
    let bus: BusUnderTest;
    beforeEach(async () => {
      bus = await create();
    });
    afterEach(() => bus.dispose());

    it("[S12] carries messages to the other subscribers of a topic, in order", async () => {
      const heard: number[] = [];
      bus.there.subscribe("a", ([value]) => heard.push(value ?? -1));
      const own = bus.here.subscribe("a", () => undefined);
      await bus.opened();
      own.publish(Uint8Array.of(1));
      own.publish(Uint8Array.of(2));
      await expect.poll(() => heard).toEqual([1, 2]);
    });

    it("does not carry a message back to its sender, nor to another topic", async () => {
      const strays: number[] = [];
      const heard: number[] = [];
      const own = bus.here.subscribe("a", () => strays.push(0));
      bus.there.subscribe("b", () => strays.push(1));
      bus.there.subscribe("a", ([value]) => heard.push(value ?? -1));
      await bus.opened();
      own.publish(Uint8Array.of(7));
      await expect.poll(() => heard).toEqual([7]);
      expect(strays).toEqual([]);
    });

    it("carries nothing to a subscription that has ended", async () => {
      const strays: number[] = [];
      const heard: number[] = [];
      bus.there.subscribe("a", () => strays.push(0)).end();
      bus.there.subscribe("a", () => heard.push(1));
      const own = bus.here.subscribe("a", () => undefined);
      await bus.opened();
      own.publish(Uint8Array.of(1));
      await expect.poll(() => heard).toEqual([1]);
      expect(strays).toEqual([]);
    });
  });
}
