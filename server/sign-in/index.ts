/** Signing in with an account of somebody else's, such as a school's: OpenID Connect in front of everything. */
export type { Person } from "./notes.ts";
export { SignIn, type SignInFault, type SignInSettings } from "./sign-in.ts";
