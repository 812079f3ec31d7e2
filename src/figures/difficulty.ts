const words = ['', 'easy', 'middling', 'hard'];

/** How hard a scenario is to read, in a word: 1 easy to 3 hard; empty for anything else. */
export function difficultyWord(difficulty: number | null | undefined): string {
  return words[difficulty ?? 0] ?? '';
}
