import { lazy, Suspense, useState } from "react";
import { useServices } from "../api/services.tsx";
import { AccessProblemPage } from "./access-problem-page.tsx";
import { fetchOutline, opensOutlineAlone } from "./fetch-outline.ts";
import type { MapWorkspaceProps } from "./map-workspace.tsx";
import { OpeningPage } from "./opening-page.tsx";
import { useMapAccess } from "./use-map-access.ts";

/** The workspace brings the canvas: too large for the first page to wait for. */
export const fetchWorkspace = () => import("./map-workspace.tsx");
const MapWorkspace = lazy(async () => ({ default: (await fetchWorkspace()).MapWorkspace }));

/** `/m/:id` and `/m/:id/outline`: trades the link's secret for access, then shows the map or why it does not open. */
export function MapPage({ mapId, opensOutline }: Readonly<{ mapId: string; opensOutline: boolean }>) {
  // Fetched while the server is asked for access; where it does not come, the page below asks again and says so.
  useState(() => {
    void fetchWorkspace().catch(() => undefined);
    if (opensOutlineAlone({ opensOutline })) void fetchOutline().catch(() => undefined);
  });
  const { access, tryAgain, reopen, exchangeLink, openWithKept } = useMapAccess(mapId);
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
        <OpenMap
          mapId={mapId}
          opensOutline={opensOutline}
          {...access.access}
          reopen={reopen}
          exchangeLink={exchangeLink}
        />
      );
  }
}

/** Asks what there is to be seen of the map before its code and the map itself have come. */
function OpenMap(props: Omit<MapWorkspaceProps, "glimpse">) {
  const { api } = useServices();
  const [glimpse] = useState(async () => {
    if (props.token === "" || opensOutlineAlone(props)) return undefined;
    const fetched = await api.fetchGlimpse(props.mapId, props.token);
    return fetched.ok ? fetched.value : undefined;
  });
  return (
    <Suspense fallback={<OpeningPage />}>
      <MapWorkspace {...props} glimpse={glimpse} />
    </Suspense>
  );
}
