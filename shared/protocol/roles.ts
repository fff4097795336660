/** What a link lets its bearer do, from most to least. */
export type Role = "owner" | "editor" | "commenter" | "viewer";
export const roles: readonly Role[] = ["owner", "editor", "commenter", "viewer"];

/** Links are named for what one does with them. */
export type LinkName = "owner" | "edit" | "comment" | "view";
export const linkNames: readonly LinkName[] = ["owner", "edit", "comment", "view"];

/** The role that each link gives. */
export const roleOfLink: Readonly<Record<LinkName, Role>> = {
  owner: "owner",
  edit: "editor",
  comment: "commenter",
  view: "viewer",
};

/** Whether the role may write the map document. */
export function canEdit(role: Role): boolean {
  return role === "owner" || role === "editor";
}
