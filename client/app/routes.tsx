import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { MapPage } from "./map-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Whoever opens a map does not wait for the first page's code. */
const FirstPage = lazy(async () => ({ default: (await import("./first-page.tsx")).FirstPage }));

const SignInPage = lazy(async () => ({ default: (await import("./sign-in-page.tsx")).SignInPage }));

/** Comes with what a map's page has: the canvas is in it. */
const EmbedPage = lazy(async () => ({
  default: await (await import("./map-workspace.tsx")).fetchEmbedPage(),
}));

/** Which page stands at which address. */
export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <FirstPage />
        </Route>
        <Route path="/m/:id">
          {({ id }) =>
            isEmbedded() ? (
              <EmbedPage key={id} mapId={id} />
            ) : (
              <MapPage key={id} mapId={id} opensOutline={false} />
            )
          }
        </Route>
        <Route path="/m/:id/outline">{({ id }) => <MapPage key={id} mapId={id} opensOutline />}</Route>
        <Route path="/sign-in">
          <SignInPage />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}

/** A map within somebody else's page. */
function isEmbedded(): boolean {
  return /[?&]embed=1(?:&|$)/.test(window.location.search);
}
