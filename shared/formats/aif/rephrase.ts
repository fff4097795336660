/** The note of an argument that says its target once more in other words: what AIF calls a rephrase. */
export const rephraseNote = "Rephrase";
