import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { MapPage } from "./map-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Whoever opens a map does not wait for the first page's code. */
const HomePage = lazy(async () => ({ default: (await import("../features/home/home-page.tsx")).HomePage }));

/** Which page stands at which address. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Suspense fallback={null}>
          <HomePage />
        </Suspense>
      </Route>
      <Route path="/m/:id">{({ id }) => <MapPage key={id} mapId={id} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
