import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { isEmbedded } from "./embedded.ts";
import { fetchWorkspace, MapPage } from "./map-page.tsx";

/** Whoever opens a map does not wait for the first page's code. */
const FirstPage = lazy(async () => ({ default: (await import("./first-page.tsx")).FirstPage }));

/** Talks, and what few people come for. */
const OtherPages = lazy(async () => ({ default: (await import("./other-pages.tsx")).OtherPages }));

/** Comes with what a map's page has: the canvas is in it. */
const EmbedPage = lazy(async () => ({
  default: await (await fetchWorkspace()).fetchEmbedPage(),
}));

/** Settled once: a page that began to be looked at does not become one to work in, wherever it is led. */
const ThisMapPage = isEmbedded(window) ? EmbedPage : MapPage;

/** Which page stands at which address. */
export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <FirstPage />
        </Route>
        <Route path="/m/:id">{({ id }) => <ThisMapPage key={id} mapId={id} opensOutline={false} />}</Route>
        <Route path="/m/:id/outline">{({ id }) => <ThisMapPage key={id} mapId={id} opensOutline />}</Route>
        <Route>
          <OtherPages />
        </Route>
      </Switch>
    </Suspense>
  );
}
