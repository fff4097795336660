/** A picture as SVG. */
export { type SvgOptions, writeSvg } from "./write-svg.ts";
