import { describe, expect, it } from "vitest";
import { bareAddress, isWebAddress } from "./web-address.ts";

describe("an address on the web", () => {
  it.each(["https://example.org", "HTTP://example.org/a?b=c#d", "https://例子.中国/道"])("is %s", (words) => {
    expect(isWebAddress(words)).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,a",
    "ftp://a.b",
    "https://",
    "see https://a.b",
    "https://a.b c",
    'https://a"b',
  ])("is not %s", (words) => {
    expect(isWebAddress(words)).toBe(false);
  });

  it("is said without its scheme and the stroke at its end", () => {
    expect(bareAddress("HTTPS://example.org/a/")).toBe("example.org/a");
    expect(bareAddress("10.1000/182")).toBe("10.1000/182");
  });
});
