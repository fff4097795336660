import { beforeEach, expect, test } from "vitest";
import {
  dropAddressSecret,
  hideAddressSecret,
  readAddressSecret,
  takeAddressSecret,
} from "./address-secret.ts";

beforeEach(() => window.history.replaceState(null, "", "/m/parks-000001"));

test("the fragment is the secret, also where a mail program encoded it", () => {
  expect(readAddressSecret(window)).toBeNull();
  window.history.replaceState(null, "", "/m/parks-000001#abc%2Dd");
  expect(readAddressSecret(window)).toBe("abc-d");
});

test("a hidden secret is out of the address and still there", () => {
  window.history.replaceState(null, "", "/m/parks-000001?embed=1#abc");
  hideAddressSecret(window, "abc");
  expect(window.location.href).not.toContain("abc");
  expect(window.location.search).toBe("?embed=1");
  expect(readAddressSecret(window)).toBe("abc");
});

test("a secret that is taken is out of the address at once, and there when it is taken again", () => {
  expect(takeAddressSecret(window)).toBeNull();
  window.history.replaceState(null, "", "/m/parks-000001#abc");
  for (let times = 0; times < 2; times++) {
    expect(takeAddressSecret(window)).toBe("abc");
    expect(window.location.href).not.toContain("abc");
  }
});

test("a new fragment comes before the hidden secret", () => {
  hideAddressSecret(window, "old");
  window.history.replaceState(window.history.state, "", "/m/parks-000001#new");
  expect(readAddressSecret(window)).toBe("new");
});

test("a dropped secret is gone", () => {
  hideAddressSecret(window, "abc");
  dropAddressSecret(window);
  expect(readAddressSecret(window)).toBeNull();
});
