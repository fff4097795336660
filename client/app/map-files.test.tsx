import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createCanvasTools } from "../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../tests/support/client-session.tsx";
import { NearFileWorker } from "../../tests/support/near-file-worker.ts";
import { renderPage } from "../../tests/support/render-page.tsx";
import { CanvasProvider } from "../canvas/canvas-context.tsx";
import { MapUiProvider } from "../state/map-ui-context.tsx";
import { MapFiles } from "./map-files.tsx";

// On the page it has long come when somebody drops a file.
beforeAll(() => import("../features/import/import-dialog.tsx"));
beforeEach(() => {
  vi.stubGlobal("Worker", NearFileWorker);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The dialog is there when the file has been read, in this thread. */
const patiently = { timeout: 20_000 };

function drop(name: string, text: string): void {
  const given = { dataTransfer: { files: [new File([text], name)] }, clientX: 0, clientY: 0 };
  fireEvent(window, Object.assign(new Event("drop", { cancelable: true }), given));
}

test("another file that is dropped while one comes in does not end that", async () => {
  const made = createClientSession();
  const { doc, session } = made;
  const tools = createCanvasTools(session);
  renderPage(
    withSession(
      made,
      <MapUiProvider store={tools.ui}>
        <CanvasProvider tools={tools}>
          <MapFiles />
        </CanvasProvider>
      </MapUiProvider>,
    ),
  );
  const apply = session.apply.bind(session);
  const applied = vi.spyOn(session, "apply").mockImplementation((command, origin) => {
    drop("second.txt", "- Another");
    return apply(command, origin);
  });
  const reasons = Array.from({ length: 60 }, (_, index) => `  + reason ${index}`);
  drop("first.txt", ["- goal", ...reasons].join("\n"));
  fireEvent.click(await screen.findByRole("button", { name: "Add to this map" }, patiently));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull(), patiently);
  expect(tools.told).toEqual([]);
  expect(applied.mock.calls.length).toBeGreaterThan(2);
  expect(doc.records.size).toBe(121);
  drop("third.txt", "- Another");
  expect(await screen.findByRole("heading", { name: "third.txt" }, patiently)).toBeDefined();
});
