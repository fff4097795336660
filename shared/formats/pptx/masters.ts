/** The masters that slides and notes stand on: one layout, a title and room. */
import type { PictureTheme } from "#shared/diagram/picture/index.ts";
import { hex } from "./colors.ts";
import { nameSpaces, part, relationsPart } from "./package-parts.ts";

/** Where the title of a slide stands, in EMU. */
export const titleBox = { x: 457_200, y: 274_638, width: 11_277_600, height: 863_600 } as const;

const emptyTree =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const colorMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** What every tree of shapes begins with. */
export const treeStart: string = emptyTree;

/** The masters' parts by path. */
export function masterParts(theme: PictureTheme): Readonly<Record<string, string>> {
  return {
    "ppt/slideMasters/slideMaster1.xml": slideMaster(theme),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationsPart([
      { kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml" },
      { kind: "theme", target: "../theme/theme1.xml" },
    ]),
    "ppt/slideLayouts/slideLayout1.xml": slideLayout(),
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationsPart([
      { kind: "slideMaster", target: "../slideMasters/slideMaster1.xml" },
    ]),
    "ppt/notesMasters/notesMaster1.xml": notesMaster(),
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationsPart([
      { kind: "theme", target: "../theme/theme2.xml" },
    ]),
    "ppt/theme/theme1.xml": themePart(theme),
    "ppt/theme/theme2.xml": themePart(theme),
  };
}

function slideMaster(theme: PictureTheme): string {
  const { x, y, width, height } = titleBox;
  const title =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>';
  const levels = Array.from(
    { length: 9 },
    (_, i) =>
      `<a:lvl${i + 1}pPr marL="${i * 285_750}"><a:buNone/><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${i + 1}pPr>`,
  ).join("");
  return part(
    `<p:sldMaster ${nameSpaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="${hex(theme.background)}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
      `<p:spTree>${emptyTree}${title}</p:spTree></p:cSld>${colorMap}` +
      '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>' +
      '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/>' +
      '<a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>' +
      `<p:bodyStyle>${levels}</p:bodyStyle><p:otherStyle>${levels}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );
}

function slideLayout(): string {
  return part(
    `<p:sldLayout ${nameSpaces} type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>${emptyTree}` +
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
      "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>" +
      "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
  );
}

function notesMaster(): string {
  return part(
    `<p:notesMaster ${nameSpaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyTree}` +
      notesShape(
        2,
        "Slide",
        '<p:ph type="sldImg" idx="2"/>',
        { x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100 },
        "",
      ) +
      notesShape(
        3,
        "Notes",
        '<p:ph type="body" sz="quarter" idx="3"/>',
        { x: 685_800, y: 4_400_550, width: 5_486_400, height: 3_600_450 },
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>",
      ) +
      `</p:spTree></p:cSld>${colorMap}<p:notesStyle><a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`,
  );
}

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

function notesShape(id: number, name: string, placeholder: string, box: Box, body: string): string {
  const locks =
    body === "" ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' : '<a:spLocks noGrp="1"/>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr>${locks}</p:cNvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>` +
    `<p:spPr><a:xfrm><a:off x="${box.x}" y="${box.y}"/><a:ext cx="${box.width}" cy="${box.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${body}</p:sp>`
  );
}

function themePart({ text, background, textMuted, panel, relations, cards }: PictureTheme): string {
  const colors: readonly (readonly [string, string])[] = [
    ["dk1", text],
    ["lt1", panel],
    ["dk2", textMuted],
    ["lt2", background],
    ["accent1", relations.support.line],
    ["accent2", relations.oppose.line],
    ["accent3", relations.backing.line],
    ["accent4", relations.undercut.line],
    ["accent5", relations.conflict.line],
    ["accent6", cards.question.accent],
    ["hlink", relations.backing.line],
    ["folHlink", relations.conflict.line],
  ];
  const scheme = colors
    .map(([name, color]) => `<a:${name}><a:srgbClr val="${hex(color)}"/></a:${name}>`)
    .join("");
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  return part(
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Counterpoint"><a:themeElements>' +
      `<a:clrScheme name="Counterpoint">${scheme}</a:clrScheme>` +
      `<a:fontScheme name="Counterpoint"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
      `<a:fmtScheme name="Counterpoint"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
      `<a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst>` +
      `<a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst>` +
      `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}
