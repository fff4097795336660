import { beforeEach, expect, test } from "vitest";
import { hideAddressSecret, readAddressSecret } from "./address-secret.ts";
import { goTo } from "./go-to.ts";

beforeEach(() => {
  window.history.replaceState(null, "", "/m/parks-000001?steps");
  hideAddressSecret(window, "abc");
});

test("[K1] from page to page of one map its link's secret goes along, and is never in the address", () => {
  for (const address of ["/m/parks-000001/present?step=s1", "/m/parks-000001/follow", "/m/parks-000001"]) {
    goTo(address);
    expect(`${window.location.pathname}${window.location.search}`).toBe(address);
    expect(readAddressSecret(window)).toBe("abc");
    expect(window.location.href).not.toContain("abc");
  }
});

test("no other map gets it, nor any other page", () => {
  for (const address of ["/m/parks-0000012", "/m/roads-000001", "/", "/j/ACD234"]) {
    window.history.replaceState({ linkSecret: "abc" }, "", "/m/parks-000001");
    goTo(address);
    expect(readAddressSecret(window), address).toBeNull();
  }
  window.history.replaceState({ linkSecret: "abc" }, "", "/");
  goTo("/sign-in");
  expect(readAddressSecret(window)).toBeNull();
});
