/** What a spreadsheet may run: a formula's first character, also in full width, or one that it strips to find such a character. */
const runnable = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula, and before one that already looks so guarded: `unguard` undoes it exactly. */
export function guard(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

/** The text that `guard` was given. */
export function unguard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
