import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { usePlaceNews } from "./use-place-news.ts";

afterEach(cleanup);

test("[K13] the same words at another place are news, and other words at the same place are not", () => {
  const { result, rerender } = renderHook(
    ({ place, text }: { place: string | null; text: string }) => usePlaceNews(place, () => text),
    { initialProps: { place: "s1 0", text: "one new card" } },
  );
  const first = result.current;
  expect(first.text).toBe("one new card");
  rerender({ place: "s1 0", text: "two new cards" });
  expect(result.current).toEqual(first);
  rerender({ place: "s1 1", text: "one new card" });
  expect(result.current.text).toBe("one new card");
  expect(result.current.key).not.toBe(first.key);
});
