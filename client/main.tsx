import "@fontsource-variable/inter/wght.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { assert } from "#shared/lib/assert.ts";
import { createDeviceMaps } from "./api/device-maps.ts";
import { createMapApi } from "./api/map-api.ts";
import { App } from "./app/app.tsx";
import { bringSecretBack, leaveToSignIn } from "./app/leave-to-sign-in.ts";
import { createDeviceStorage } from "./state/device-storage.ts";
import { languageOf } from "./state/language.ts";
import { browserLanguages } from "./state/use-language.ts";
import { createViewStore } from "./state/view-store.ts";
import { installThemes } from "./styles/theme-sheet.ts";
import { english, loadWords } from "./words/words.ts";

const root = document.getElementById("root");
assert(root, "index.html has an element #root");

const storage = createDeviceStorage(() => window.localStorage);
const deviceMaps = createDeviceMaps(storage);
window.addEventListener("storage", deviceMaps.refresh);

/** The session brings Yjs, which the first page does without. */
async function forgetCopy(mapId: string): Promise<void> {
  const { forgetOfflineCopy } = await import("./session/offline-copy.ts");
  await forgetOfflineCopy(mapId);
}

bringSecretBack(window);
const api = createMapApi(window.fetch.bind(window), () => leaveToSignIn(window));

const view = createViewStore({ storage, random: Math.random });
// Nothing is shown before the words are there: a page that changes its language under the eye looks broken.
const words = await loadWords(languageOf(view.getState().language, browserLanguages())).catch(() => english);

installThemes(document);
createRoot(root).render(
  <StrictMode>
    <App services={{ api, deviceMaps, forgetCopy, now: Date.now }} view={view} words={words} />
  </StrictMode>,
);
