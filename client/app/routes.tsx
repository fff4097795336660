import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { MapPage } from "./map-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Whoever opens a map does not wait for the first page's code. */
const FirstPage = lazy(async () => ({ default: (await import("./first-page.tsx")).FirstPage }));

const SignInPage = lazy(async () => ({ default: (await import("./sign-in-page.tsx")).SignInPage }));

/** What a map's page needs comes in one piece with the canvas, which is all that this one has as well. */
const EmbedPage = lazy(async () => {
  const { fetchEmbedPage } = await import("./map-workspace.tsx");
  return { default: await fetchEmbedPage() };
});

/** Which page stands at which address. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Suspense fallback={null}>
          <FirstPage />
        </Suspense>
      </Route>
      <Route path="/m/:id">
        {({ id }) =>
          isEmbedded() ? (
            <Suspense fallback={null}>
              <EmbedPage key={id} mapId={id} />
            </Suspense>
          ) : (
            <MapPage key={id} mapId={id} opensOutline={false} />
          )
        }
      </Route>
      <Route path="/m/:id/outline">{({ id }) => <MapPage key={id} mapId={id} opensOutline />}</Route>
      <Route path="/sign-in">
        <Suspense fallback={null}>
          <SignInPage />
        </Suspense>
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

/** A map within somebody else's page. */
function isEmbedded(): boolean {
  return new URLSearchParams(window.location.search).get("embed") === "1";
}
