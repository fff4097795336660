import { expect, test } from "vitest";
import { asksForEmbedding } from "./embedding.ts";

test.each(["?embed=1", "?a=b&embed=1", "?embed=1&a=b"])("asks for embedding: %s", (search) => {
  expect(asksForEmbedding(search)).toBe(true);
});

test.each(["", "?embed=0", "?embed=10", "?embed", "?unembed=1", "?embed=%31", "?%65mbed=1", "?embed=1%26"])(
  "does not: %s",
  (search) => {
    expect(asksForEmbedding(search)).toBe(false);
  },
);
