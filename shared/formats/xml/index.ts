/** XML as the formats made of it share it: a bounded reader and what escapes words. */
export { readXml, type XmlElement } from "./read-xml.ts";
export { escapeXmlAttribute, escapeXmlText, xmlAttributes } from "./write-xml.ts";
