import { ExternalLink } from "lucide-react";
import { type ComponentType, useMemo, useState } from "react";
import { Link } from "react-aria-components";
import type { PlainMap } from "#shared/model/index.ts";
import { readAddressSecret } from "../api/address-secret.ts";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { createStillSession } from "../session/still-session.ts";
import { useDocumentTitle } from "../shell/document-title.ts";
import { createMapUiStore } from "../state/map-ui-store.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { embed } from "../words/en/embed.ts";
import { useLaterWords } from "../words/later-words.ts";
import { useWords } from "../words/use-words.ts";
import css from "./embed-page.module.css";
import { type EmbedProblem, useEmbeddedMap } from "./use-embedded-map.ts";

type EmbedPageProps = Readonly<{ mapId: string; StillCanvas: ComponentType<StillCanvasProps> }>;

/** The page of an embedded map; the canvas is handed in, for it is among what a map's page has already. */
export function embedPageWith(StillCanvas: ComponentType<StillCanvasProps>) {
  return ({ mapId }: Readonly<{ mapId: string }>) => <EmbedPage mapId={mapId} StillCanvas={StillCanvas} />;
}

const problemWords = {
  "no-secret": "embed.noSecret",
  "wrong-secret": "embed.wrongSecret",
  gone: "embed.gone",
  "sign-in-needed": "embed.signIn",
  unreachable: "embed.unreachable",
} as const satisfies Readonly<Record<EmbedProblem, keyof typeof embed>>;

/**
 * `/m/:id?embed=1`: a map to look at within a page of somebody else. Nothing can be changed here whatever the link gives,
 * and nothing leads elsewhere but one link to a page of its own, because the page around could lie over what is pressed.
 */
function EmbedPage({ mapId, StillCanvas }: EmbedPageProps) {
  const t = useWords();
  const tell = useLaterWords(embed);
  const [secret] = useState(() => readAddressSecret(window));
  const { embedded, tryAgain } = useEmbeddedMap(mapId, secret);
  const title = embedded.state === "loaded" ? embedded.map.meta.title || t("map.untitled") : null;
  useDocumentTitle(title);
  return (
    <div className={css["page"]}>
      <header className={css["bar"]}>
        <h1 className={css["title"]}>
          <bdi>{title ?? t("app.name")}</bdi>
        </h1>
        <Link className={css["open"] ?? ""} href={addressOf(mapId, secret)} target="_blank" rel="noopener">
          {tell("embed.open")}
          <ExternalLink size={15} aria-hidden="true" />
        </Link>
      </header>
      <main className={css["map"]}>
        {embedded.state === "loaded" ? (
          <EmbeddedMap mapId={mapId} map={embedded.map} StillCanvas={StillCanvas} />
        ) : (
          <div className={css["message"]} role="status">
            {embedded.state === "loading" ? (
              <>
                <Spinner />
                <p>{tell("embed.loading")}</p>
              </>
            ) : (
              <>
                <p>{tell(problemWords[embedded.problem])}</p>
                {embedded.problem === "unreachable" ? (
                  <Button onPress={tryAgain}>{tell("embed.again")}</Button>
                ) : null}
              </>
            )}
          </div>
        )}
      </main>
    </div>
  );
}

function EmbeddedMap({ mapId, map, StillCanvas }: EmbedPageProps & Readonly<{ map: PlainMap }>) {
  const session = useMemo(() => createStillSession(mapId, map), [mapId, map]);
  const [ui] = useState(() => createMapUiStore({ tool: "hand" }));
  return (
    <StillCanvas session={session} ui={ui} notes={undefined}>
      {null}
    </StillCanvas>
  );
}

function addressOf(mapId: string, secret: string | null): string {
  return `/m/${encodeURIComponent(mapId)}${secret === null ? "" : `#${encodeURIComponent(secret)}`}`;
}
