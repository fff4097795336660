/** What people say about maps: who they are, what they may do, and the limits; written by the server alone. */
export { MapHands } from "./map-hands.ts";
export { MapTalk, type Said, type TalkFault } from "./map-talk.ts";
export { accountParticipant, deviceParticipant } from "./participants.ts";
