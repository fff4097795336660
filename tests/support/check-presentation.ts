/**
 * Holds a presentation against the rules of ECMA-376 (parts 1 and 2) by which PowerPoint refuses or "repairs" a file: the
 * package, its relationships, and the order, number and values of what stands in each part.
 */
import { posix } from "node:path";
import { elementsOf, type XmlNode, xmlTree } from "./xml-tree.ts";

/** The parts of a package by their paths, as text. */
export type Parts = ReadonlyMap<string, string>;

const types = "[Content_Types].xml";
const mainTypes = "application/vnd.openxmlformats-officedocument.presentationml.";

const fill = "a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill";
const effects = "a:effectLst|a:effectDag";
const run = ["a:ln", fill, effects, "a:highlight", "a:latin", "a:ea", "a:cs", "a:sym", "a:hlinkClick"];
const paragraph = [
  "a:lnSpc",
  "a:spcBef",
  "a:spcAft",
  "a:buClr",
  "a:buSzPct",
  "a:buFont",
  "a:buNone|a:buAutoNum|a:buChar",
  "a:tabLst",
  "a:defRPr",
];
const geometry = ["a:custGeom|a:prstGeom", fill, "a:ln", effects];

/** What stands in an element, in this order: "!" must be there, "*" may come often, "|" one of those. */
const orders: Readonly<Record<string, readonly string[]>> = {
  "p:presentation": [
    "p:sldMasterIdLst",
    "p:notesMasterIdLst",
    "p:handoutMasterIdLst",
    "p:sldIdLst",
    "p:sldSz",
    "p:notesSz!",
    "p:defaultTextStyle",
  ],
  "p:sld": ["p:cSld!", "p:clrMapOvr", "p:transition", "p:timing", "p:extLst"],
  "p:notes": ["p:cSld!", "p:clrMapOvr", "p:extLst"],
  "p:sldMaster": [
    "p:cSld!",
    "p:clrMap!",
    "p:sldLayoutIdLst",
    "p:transition",
    "p:timing",
    "p:hf",
    "p:txStyles",
    "p:extLst",
  ],
  "p:sldLayout": ["p:cSld!", "p:clrMapOvr", "p:transition", "p:timing", "p:hf", "p:extLst"],
  "p:notesMaster": ["p:cSld!", "p:clrMap!", "p:hf", "p:notesStyle", "p:extLst"],
  "p:cSld": ["p:bg", "p:spTree!", "p:custDataLst", "p:controls", "p:extLst"],
  "p:bgPr": [`${fill}!`, effects],
  "p:spTree": ["p:nvGrpSpPr!", "p:grpSpPr!", "p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic*"],
  "p:grpSp": ["p:nvGrpSpPr!", "p:grpSpPr!", "p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic*"],
  "p:nvGrpSpPr": ["p:cNvPr!", "p:cNvGrpSpPr!", "p:nvPr!"],
  "p:sp": ["p:nvSpPr!", "p:spPr!", "p:style", "p:txBody"],
  "p:nvSpPr": ["p:cNvPr!", "p:cNvSpPr!", "p:nvPr!"],
  "p:cxnSp": ["p:nvCxnSpPr!", "p:spPr!", "p:style"],
  "p:nvCxnSpPr": ["p:cNvPr!", "p:cNvCxnSpPr!", "p:nvPr!"],
  "p:cNvCxnSpPr": ["a:cxnSpLocks", "a:stCxn", "a:endCxn"],
  "p:cNvPr": ["a:hlinkClick", "a:hlinkHover", "a:extLst"],
  "p:spPr": ["a:xfrm", ...geometry],
  "p:grpSpPr": ["a:xfrm", fill, effects],
  "a:xfrm": ["a:off", "a:ext", "a:chOff", "a:chExt"],
  "a:prstGeom": ["a:avLst"],
  "a:ln": [
    "a:noFill|a:solidFill|a:gradFill|a:pattFill",
    "a:prstDash|a:custDash",
    "a:round|a:bevel|a:miter",
    "a:headEnd",
    "a:tailEnd",
  ],
  "p:txBody": ["a:bodyPr!", "a:lstStyle", "a:p!*"],
  "a:bodyPr": ["a:prstTxWarp", "a:noAutofit|a:normAutofit|a:spAutoFit"],
  "a:p": ["a:pPr", "a:r|a:br|a:fld*", "a:endParaRPr"],
  "a:r": ["a:rPr", "a:t!"],
  "a:br": ["a:rPr"],
  "a:pPr": paragraph,
  "a:rPr": run,
  "a:defRPr": run,
  "a:endParaRPr": run,
  "a:solidFill": ["a:srgbClr|a:schemeClr|a:sysClr|a:prstClr"],
  "p:txStyles": ["p:titleStyle", "p:bodyStyle", "p:otherStyle"],
  "a:themeElements": ["a:clrScheme!", "a:fontScheme!", "a:fmtScheme!"],
  "a:clrScheme": [
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
  ].map((name) => `a:${name}!`),
  "a:fmtScheme": ["a:fillStyleLst!", "a:lnStyleLst!", "a:effectStyleLst!", "a:bgFillStyleLst!"],
};

/** To which kinds of parts a part must lead, by the kind of its content. */
const needs: Readonly<Record<string, readonly string[]>> = {
  slide: ["slideLayout"],
  notesSlide: ["notesMaster", "slide"],
  slideLayout: ["slideMaster"],
  slideMaster: ["slideLayout", "theme"],
  notesMaster: ["theme"],
};

/** What an attribute may be, by element and name. */
const values: readonly (readonly [
  element: string,
  attribute: string,
  isRight: (value: string) => boolean,
])[] = [
  ["a:srgbClr", "val", (value) => /^[\dA-Fa-f]{6}$/u.test(value)],
  ["a:rPr", "sz", isWhole(100, 400_000)],
  ["a:defRPr", "sz", isWhole(100, 400_000)],
  ["a:spcPts", "val", isWhole(0, 158_400)],
  ["a:alpha", "val", isWhole(0, 100_000)],
  ["a:ln", "w", isWhole(0, 20_116_800)],
  ["a:ext", "cx", isWhole(0, 27_273_042_316_900)],
  ["a:ext", "cy", isWhole(0, 27_273_042_316_900)],
  ["a:off", "x", isWhole(-27_273_042_329_600, 27_273_042_316_900)],
  ["a:off", "y", isWhole(-27_273_042_329_600, 27_273_042_316_900)],
  ["p:sldSz", "cx", isWhole(914_400, 51_206_400)],
  ["p:sldSz", "cy", isWhole(914_400, 51_206_400)],
  ["p:sldId", "id", isWhole(256, 2_147_483_647)],
  ["p:sldMasterId", "id", isWhole(2_147_483_648, 4_294_967_295)],
  ["p:sldLayoutId", "id", isWhole(2_147_483_648, 4_294_967_295)],
  ["p:cNvPr", "id", isWhole(0, 4_294_967_295)],
];

/** What of those rules the presentation breaks, each with the part where it does. */
export function faultsOfPresentation(parts: Parts): readonly string[] {
  const trees = new Map([...parts].map(([path, xml]) => [path, xmlTree(xml)]));
  return [
    ...faultsOfTypes(trees),
    ...faultsOfRelations(trees),
    ...[...trees].flatMap(([path, tree]) => faultsWithin(tree).map((fault) => `${path}: ${fault}`)),
  ];
}

type Trees = ReadonlyMap<string, XmlNode>;
type Relation = Readonly<{ id: string; kind: string; target: string }>;

function faultsOfTypes(trees: Trees): readonly string[] {
  const listed = trees.get(types)?.children ?? [];
  const attribute = (element: string, name: string) =>
    listed.filter((node) => node.name === element).map((node) => node.attributes[name] ?? "");
  const parts = attribute("Override", "PartName").map((name) => name.replace(/^\//u, ""));
  const endings = new Set(attribute("Default", "Extension"));
  const untyped = [...trees.keys()].filter(
    (path) => path !== types && !parts.includes(path) && !(endings.has("rels") && path.endsWith(".rels")),
  );
  const isMain = attribute("Override", "ContentType").includes(`${mainTypes}presentation.main+xml`);
  return [
    ...untyped.map((path) => `${path}: it has no content type`),
    ...parts.filter((path) => !trees.has(path)).map((path) => `${types}: there is no ${path}`),
    ...twice(parts).map((path) => `${types}: ${path} stands there twice`),
    ...(isMain ? [] : [`${types}: no part is the presentation`]),
  ];
}

function faultsOfRelations(trees: Trees): readonly string[] {
  const faults: string[] = [];
  const reached = new Set<string>();
  const waiting = [""];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const relations = relationsOf(trees, path);
    for (const { target } of relations) {
      if (!trees.has(target)) faults.push(`${path}: it leads to ${target}, which is not there`);
      else if (!reached.has(target)) waiting.push(target);
      reached.add(target);
    }
    faults.push(...twice(relations.map(({ id }) => id)).map((id) => `${path}: two relationships are ${id}`));
    const kind = posix.basename(path).replace(/\d*\.xml$/u, "");
    for (const needed of needs[kind] ?? [])
      if (!relations.some((relation) => relation.kind === needed))
        faults.push(`${path}: it has no ${needed}`);
    const tree = trees.get(path);
    for (const { attributes } of tree ? elementsOf(tree) : []) {
      const id = attributes["r:id"] ?? attributes["r:embed"];
      if (id !== undefined && !relations.some((relation) => relation.id === id))
        faults.push(`${path}: no relationship is ${id}`);
    }
  }
  const parts = [...trees.keys()].filter((path) => path !== types && !path.endsWith(".rels"));
  return [
    ...faults,
    ...parts.filter((path) => !reached.has(path)).map((path) => `${path}: nothing leads there`),
  ];
}

function relationsOf(trees: Trees, path: string): readonly Relation[] {
  const folder = posix.dirname(path);
  const lists = trees.get(posix.join(folder, "_rels", `${posix.basename(path)}.rels`))?.children ?? [];
  return lists.map(({ attributes: { Id: id = "", Type: type = "", Target: target = "" } }) => ({
    id,
    kind: type.slice(type.lastIndexOf("/") + 1),
    target: posix.join(folder, target),
  }));
}

function faultsWithin(tree: XmlNode): readonly string[] {
  const faults: string[] = [];
  const all = [...elementsOf(tree)];
  for (const node of all) {
    faults.push(...faultsOfOrder(node));
    for (const [element, attribute, isRight] of values) {
      const value = node.attributes[attribute];
      if (node.name === element && value !== undefined && !isRight(value))
        faults.push(`${element} has the ${attribute} ${value}`);
    }
  }
  const shapes = all.filter(({ name }) => name === "p:cNvPr").map(({ attributes }) => attributes["id"] ?? "");
  faults.push(...twice(shapes).map((id) => `two shapes have the id ${id}`));
  for (const { name, attributes } of all)
    if ((name === "a:stCxn" || name === "a:endCxn") && !shapes.includes(attributes["id"] ?? ""))
      faults.push(`a connector is glued to ${attributes["id"]}, which is not there`);
  return faults;
}

function faultsOfOrder({ name, children }: XmlNode): readonly string[] {
  const order = orders[name];
  if (order === undefined) return [];
  const faults: string[] = [];
  let at = 0;
  for (const places of order) {
    const names = places.replace(/[!*]/gu, "").split("|");
    const first = at;
    while (names.includes(children[at]?.name ?? "") && (at === first || places.includes("*"))) at++;
    if (places.includes("!") && at === first) faults.push(`${name} lacks ${names.join(" or ")}`);
  }
  const left = children[at];
  return left === undefined ? faults : [...faults, `${name} has ${left.name} where it may not stand`];
}

function isWhole(least: number, most: number): (value: string) => boolean {
  return (value) => /^-?\d+$/u.test(value) && Number(value) >= least && Number(value) <= most;
}

function twice(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}
