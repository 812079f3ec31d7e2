/** One thing wrong with a study folder. */
export interface FolderProblem {
  /** `bytes`: a file is not the one that was written; `content`: what was written does not hold together. */
  readonly kind: 'bytes' | 'content';
  /** Inside the folder, with `/`. */
  readonly file: string;
  /** What was found, what there should be, and what it means. */
  readonly message: string;
}

/** A problem of what a file holds. */
export function wrong(file: string, message: string): FolderProblem {
  return { kind: 'content', file, message };
}

/** A problem of a file's bytes. */
export function damaged(file: string, message: string): FolderProblem {
  return { kind: 'bytes', file, message };
}
