/** A map as slides: shapes and connectors that stay editable, whole texts and sources in the speaker's notes. */
import { strToU8, zipSync } from "fflate";
import { type PictureTheme, pictureTheme } from "#shared/diagram/picture/index.ts";
import { wrapText } from "#shared/diagram/text/wrap-text.ts";
import { type RecordId, recordsOf, viewOf } from "#shared/model/index.ts";
import type { DrawingJob } from "../drawn/drawing.ts";
import { escapeXmlText } from "../xml/index.ts";
import { mapShapes } from "./map-shapes.ts";
import { masterParts, titleBox, treeStart } from "./masters.ts";
import {
  appPart,
  contentTypesPart,
  corePart,
  nameSpaces,
  packageRelationsPart,
  part,
  presentationPart,
  presentationRelationsPart,
  type Relation,
  relationsPart,
} from "./package-parts.ts";
import { connectorXml, plainParagraphs, shapeXml } from "./shapes.ts";
import { planSlides, type SlidePlan } from "./slide-plan.ts";
import { remainingNotes, remainingRemarks, sourceNotes, speakerNotes } from "./speaker-notes.ts";

/** Room for the map under the title of a slide, in pixels. */
const mapArea = { x: 48, y: 130, width: 1184, height: 562 } as const;
/** On the canvas type is 14 pixels high; on a slide it may grow by so much. */
const maxScale = 1.6;
/** Sizes of a title in points, the largest that fits within two lines, or three in the smallest. */
const titleSizesPt = [28, 24, 20, 18, 16, 14, 12] as const;

/** The bytes of the file: the same job gives the same ones. `onProgress` is told how many of the slides there are, of 1. */
export function writePptx(
  job: DrawingJob,
  onProgress: (share: number) => void = () => undefined,
): Uint8Array<ArrayBuffer> {
  const { map, options, madeAt, words } = job;
  const theme = pictureTheme(options.theme);
  const slides = planSlides(job);
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypesPart(slides.length),
    "_rels/.rels": packageRelationsPart(),
    "docProps/app.xml": appPart(slides.length),
    "docProps/core.xml": corePart(map.meta.title || words.untitledMap, madeAt),
    "ppt/presentation.xml": presentationPart(slides.length),
    "ppt/_rels/presentation.xml.rels": presentationRelationsPart(slides.length),
    ...masterParts(theme),
  };
  const view = viewOf(map);
  const told = new Set<RecordId>();
  const spoken = slides.map(({ notes, told: cards }) => [...notes, ...speakerNotes(cards, view, job, told)]);
  const untold = [
    ...remainingNotes(recordsOf(map, "card"), view, job, told),
    ...remainingRemarks(map, view, job, told),
    ...sourceNotes(map, job),
  ];
  for (const [i, plan] of slides.entries()) {
    const number = i + 1;
    const notes = number === 1 ? untold : (spoken[i] ?? []);
    files[`ppt/slides/slide${number}.xml`] = slidePart(plan, theme, job);
    onProgress(number / slides.length);
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = relationsPart(slideRelations(number));
    files[`ppt/notesSlides/notesSlide${number}.xml`] = notesPart(notes);
    files[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relationsPart([
      { kind: "notesMaster", target: "../notesMasters/notesMaster1.xml" },
      { kind: "slide", target: `../slides/slide${number}.xml` },
    ]);
  }
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  // The earliest date that archives know: the time of day would make each file another.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 });
}

function slideRelations(number: number): readonly Relation[] {
  return [
    { kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml" },
    { kind: "notesSlide", target: `../notesSlides/notesSlide${number}.xml` },
  ];
}

function slidePart(plan: SlidePlan, theme: PictureTheme, job: DrawingJob): string {
  const { words } = job;
  const { backdrop, connectors, shapes } = mapShapes(plan.map, {
    theme,
    words,
    standings: plan.layer === "standing" ? (job.stepStandings ?? job.standings) : job.standings,
    strengths: (plan.layer === "strength" && job.stepStrengths) || null,
    dimmed: plan.dimmed,
    emphasised: plan.emphasised,
    area: mapArea,
    maxScale,
  });
  return part(
    `<p:sld ${nameSpaces}><p:cSld><p:spTree>${treeStart}${titleXml(plan.title)}` +
      backdrop.map(shapeXml).join("") +
      connectors.map(connectorXml).join("") +
      shapes.map(shapeXml).join("") +
      "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
  );
}

function titleXml(title: string): string {
  const size = titleSizePt(title) * 100;
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>' +
    `<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr sz="${size}"/><a:t>${escapeXmlText(shortTitle(title))}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

/** Longer ones stand whole in the notes and on the card. */
const maxTitleChars = 360;

function shortTitle(title: string): string {
  const line = title.replace(/\s+/gu, " ").trim();
  return line.length > maxTitleChars ? `${line.slice(0, maxTitleChars)}…` : line;
}

function titleSizePt(title: string): number {
  // Points of an EMU: 12 700 to one. The line is 1.2 times as high as its type.
  const width = titleBox.width / 12_700;
  const height = titleBox.height / 12_700;
  const fits = titleSizesPt.find(
    (sizePx) => wrapText(shortTitle(title), { weight: 600, sizePx }, width).length * sizePx * 1.2 <= height,
  );
  return fits ?? 10;
}

function notesPart(lines: readonly string[]): string {
  return part(
    `<p:notes ${nameSpaces}><p:cSld><p:spTree>${treeStart}` +
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>' +
      '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>' +
      `<p:txBody><a:bodyPr/><a:lstStyle/>${lines.length === 0 ? "<a:p/>" : plainParagraphs(lines)}</p:txBody></p:sp>` +
      "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
  );
}
