import { expect, test } from "vitest";
import { namedApart } from "./hand-over-menu.tsx";

test("[K9] the word can be handed to each of those who go by one name", () => {
  const named = namedApart([
    { clientId: 1, name: "Ben" },
    { clientId: 2, name: "Cy" },
    { clientId: 3, name: "Ben" },
  ]);
  expect(named).toEqual([
    { clientId: 1, name: "Ben" },
    { clientId: 2, name: "Cy" },
    { clientId: 3, name: "Ben 2" },
  ]);
});
