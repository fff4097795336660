import { expect, it } from "vitest";
import { formatDay } from "../../words/format-day.ts";
import { byDay } from "./by-day.ts";

const at = (day: number, hour: number) => ({ at: new Date(2026, 10, day, hour).getTime() });

it("keeps events of one day together, in their order", () => {
  const events = [at(22, 9), at(22, 0), at(21, 23), at(19, 12)];
  expect(byDay(events)).toEqual([[at(22, 9), at(22, 0)], [at(21, 23)], [at(19, 12)]]);
  expect(byDay([])).toEqual([]);
});

it("speaks of days as people do", () => {
  const now = at(22, 1).at;
  expect(formatDay("en", at(22, 0).at, now)).toBe("today");
  expect(formatDay("en", at(21, 23).at, now)).toBe("yesterday");
  expect(formatDay("en", at(20, 23).at, now)).toBe("Friday, November 20, 2026");
  expect(formatDay("zh-CN", at(21, 1).at, now)).toBe("昨天");
});
