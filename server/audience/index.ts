/** Who follows a talk, how many, and what they say without words; over all server processes. */
export { Audiences } from "./audiences.ts";
