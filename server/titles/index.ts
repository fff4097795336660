/** What maps are called, told to the lists of those who have accounts. */
export { TitleWatch } from "./title-watch.ts";
