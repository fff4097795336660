/** The parts of a presentation that are the same in each, and those that list the others. */
import { escapeXmlText } from "../xml/index.ts";

const drawingMl = "http://schemas.openxmlformats.org/drawingml/2006/main";
const presentationMl = "http://schemas.openxmlformats.org/presentationml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The name spaces that each part of a presentation begins with. */
export const nameSpaces: string = `xmlns:a="${drawingMl}" xmlns:r="${relationships}" xmlns:p="${presentationMl}"`;

/** A slide is 13⅓ by 7½ inches, in English Metric Units (914 400 an inch). */
export const slideSize = { width: 12_192_000, height: 6_858_000 } as const;

/** A relationship of a part: its kind, and the part it leads to. */
export type Relation = Readonly<{ kind: string; target: string }>;

/** The whole of a part, declaration included. */
export function part(xml: string): string {
  return `${declaration}${xml}`;
}

/** A part's relationships, with the ids `rId1`, `rId2`, … in the order given. */
export function relationsPart(relations: readonly Relation[]): string {
  const lines = relations.map(
    ({ kind, target }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${kind.startsWith("http") ? kind : `${relationships}/${kind}`}" Target="${target}"/>`,
  );
  return part(`<Relationships xmlns="${packageRelationships}">${lines.join("")}</Relationships>`);
}

/** Which parts there are, and of which type. */
export function contentTypesPart(slides: number): string {
  const numbers = Array.from({ length: slides }, (_, i) => i + 1);
  const overrides = [
    ["/ppt/presentation.xml", "presentationml.presentation.main"],
    ["/ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster"],
    ["/ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout"],
    ["/ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster"],
    ["/ppt/theme/theme1.xml", "theme"],
    ["/ppt/theme/theme2.xml", "theme"],
    ...numbers.map((n) => [`/ppt/slides/slide${n}.xml`, "presentationml.slide"]),
    ...numbers.map((n) => [`/ppt/notesSlides/notesSlide${n}.xml`, "presentationml.notesSlide"]),
    ["/docProps/app.xml", "extended-properties"],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${contentType}.${type}+xml"/>`);
  return part(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      overrides.join("") +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      "</Types>",
  );
}

/** What the package begins with. */
export function packageRelationsPart(): string {
  return relationsPart([
    { kind: "officeDocument", target: "ppt/presentation.xml" },
    {
      kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      target: "docProps/core.xml",
    },
    { kind: "extended-properties", target: "docProps/app.xml" },
  ]);
}

/** Title and date of the presentation. */
export function corePart(title: string, madeAt: number): string {
  const date = new Date(madeAt).toISOString().replace(/\.\d+Z$/, "Z");
  return part(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escapeXmlText(title)}</dc:title>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>` +
      "</cp:coreProperties>",
  );
}

/** Which program made it. */
export function appPart(slides: number): string {
  return part(
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
      `<Application>Counterpoint</Application><Slides>${slides}</Slides><Notes>${slides}</Notes></Properties>`,
  );
}

/** The list of slides. */
export function presentationPart(slides: number): string {
  const ids = Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 4}"/>`);
  return part(
    `<p:presentation ${nameSpaces} saveSubsetFonts="1">` +
      '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>' +
      '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' +
      `<p:sldIdLst>${ids.join("")}</p:sldIdLst>` +
      `<p:sldSz cx="${slideSize.width}" cy="${slideSize.height}"/><p:notesSz cx="6858000" cy="9144000"/>` +
      "</p:presentation>",
  );
}

/** Where the presentation's parts lie. */
export function presentationRelationsPart(slides: number): string {
  return relationsPart([
    { kind: "slideMaster", target: "slideMasters/slideMaster1.xml" },
    { kind: "notesMaster", target: "notesMasters/notesMaster1.xml" },
    { kind: "theme", target: "theme/theme1.xml" },
    ...Array.from({ length: slides }, (_, i) => ({ kind: "slide", target: `slides/slide${i + 1}.xml` })),
  ]);
}
