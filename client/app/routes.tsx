import { Route, Switch } from "wouter";
import { HomePage } from "../features/home/home-page.tsx";
import { MapPage } from "./map-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Which page stands at which address. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/m/:id">{({ id }) => <MapPage key={id} mapId={id} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
