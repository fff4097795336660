import { lazy, Suspense, useState } from "react";
import { narrowQuery } from "../state/media-query.ts";
import { AccessProblemPage } from "./access-problem-page.tsx";
import { fetchOutline } from "./fetch-outline.ts";
import { OpeningPage } from "./opening-page.tsx";
import { useMapAccess } from "./use-map-access.ts";

/** The workspace brings the canvas: too large for the first page to wait for. */
const fetchWorkspace = () => import("./map-workspace.tsx");
const MapWorkspace = lazy(async () => ({ default: (await fetchWorkspace()).MapWorkspace }));

/** `/m/:id` and `/m/:id/outline`: trades the link's secret for access, then shows the map or why it does not open. */
export function MapPage({ mapId, opensOutline }: Readonly<{ mapId: string; opensOutline: boolean }>) {
  // Fetched while the server is asked for access; where it does not come, the page below asks again and says so.
  useState(() => {
    void fetchWorkspace().catch(() => undefined);
    if (opensOutline || window.matchMedia(narrowQuery).matches) void fetchOutline().catch(() => undefined);
  });
  const { access, tryAgain, reopen, openWithKept } = useMapAccess(mapId);
  switch (access.state) {
    case "opening":
      return <OpeningPage />;
    case "failed":
      return (
        <AccessProblemPage
          mapId={mapId}
          problem={access.problem}
          onTryAgain={tryAgain}
          onOpenWithKept={openWithKept}
        />
      );
    case "open":
      return (
        <Suspense fallback={<OpeningPage />}>
          <MapWorkspace mapId={mapId} opensOutline={opensOutline} {...access.access} reopen={reopen} />
        </Suspense>
      );
  }
}
