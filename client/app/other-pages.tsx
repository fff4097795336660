import { lazy } from "react";
import { Route, Switch } from "wouter";
import { readAddressSecret } from "../api/address-secret.ts";
import { JoinPage } from "../features/follow/join-page.tsx";
import { isEmbedded } from "./embedded.ts";
import { fetchWorkspace } from "./map-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";

/** They come with what a map's page has: the canvas is in it. */
const fetchTalkPages = async () => (await fetchWorkspace()).fetchTalkPages();
const FollowPage = lazy(async () => ({ default: (await fetchTalkPages()).FollowPage }));
const PresentPage = lazy(async () => ({ default: (await fetchTalkPages()).PresentPage }));
const NotesPage = lazy(async () => ({ default: (await fetchTalkPages()).NotesPage }));
const RemotePage = lazy(async () => ({ default: (await fetchTalkPages()).RemotePage }));

/** Settled once, as for a map's page: in a frame nobody joins, follows or steers anything. */
const isFramed = isEmbedded(window);

/** The pages that a map's own does not wait for: those of a talk, and those that few people come to. */
export function OtherPages() {
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      {isFramed ? null : (
        <>
          <Route path="/j/:code?">
            {({ code }) => <JoinPage code={code ?? readAddressSecret(window)} />}
          </Route>
          <Route path="/m/:id/follow">{({ id }) => <FollowPage key={id} mapId={id} />}</Route>
          <Route path="/m/:id/present">{({ id }) => <PresentPage key={id} mapId={id} />}</Route>
          <Route path="/m/:id/present/notes">{({ id }) => <NotesPage key={id} mapId={id} />}</Route>
          <Route path="/m/:id/present/remote">{({ id }) => <RemotePage key={id} mapId={id} />}</Route>
        </>
      )}
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
