import { describe, expect, it } from "vitest";
import { withPart } from "./page.ts";

describe("withPart", () => {
  it("adds a part, replaces it, and leaves every other part as it was", () => {
    const one = withPart(undefined, "bench:canvas", "## The canvas\n\nfast");
    const two = withPart(one, "bench:server", "## The server\n\nsafe");
    const again = withPart(two, "bench:canvas", "## The canvas\n\nfaster");
    expect(again).toBe(two.replace("fast\n", "faster\n"));
    expect(withPart(again, "bench:server", "## The server\n\nsafe")).toBe(again);
    expect(again.match(/<!--/g)).toHaveLength(4);
  });
});
