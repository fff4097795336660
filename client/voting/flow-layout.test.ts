import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Flow, stances } from "#shared/talk/index.ts";
import { type FlowBlock, layOutFlow } from "./flow-layout.ts";

const frame = { width: 200, height: 240, blockWidth: 10, gap: 10 };
const anyFlow: fc.Arbitrary<Flow> = fc.array(fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }), {
  minLength: 6,
  maxLength: 6,
});
const sum = (blocks: readonly FlowBlock[]) => blocks.reduce((total, { count }) => total + count, 0);

test("blocks stand below each other within the frame, and count everybody once", () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      const { before, after, bands } = layOutFlow(flow, frame);
      const voters = flow.flat().reduce((total, count) => total + count, 0);
      expect([sum(before), sum(after)]).toEqual([voters, voters]);
      expect(bands.reduce((total, { count }) => total + count, 0)).toBe(voters);
      for (const side of [before, after]) {
        let end = 0;
        for (const { y, height } of side) {
          expect(y).toBeGreaterThanOrEqual(end);
          end = y + height;
        }
        expect(end).toBeLessThanOrEqual(frame.height + 1e-6);
      }
    }),
  );
});

test("a flow of nobody has blocks and no bands", () => {
  const { before, bands } = layOutFlow(
    stances.map(() => stances.map(() => 0)),
    frame,
  );
  expect(bands).toEqual([]);
  expect(before.map(({ height }) => height)).toEqual([0, 0, 0, 0, 0, 0]);
});
