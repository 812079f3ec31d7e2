import { loadStudy } from '../scenario/load-study.ts';
import { shippedDir } from '../scenario/shipped-dir.ts';
import type { StudyProgress } from '../study/progress.ts';
import { toolVersionIn } from '../study/tool-version.ts';
import { assembleStudy } from './assemble-study.ts';
import type { Results } from './results.ts';
import { workStudy } from './work-study.ts';

/** What `runStudy` may be told; all of it is optional. */
export interface RunStudyOptions {
  /** Keys of a study file, `{ replicates: 32, vary: { ... } }`, laid over it. */
  readonly study?: Readonly<Record<string, unknown>>;
  /** Parameters set in every scenario: name to formula. */
  readonly set?: Readonly<Record<string, string>>;
  /** Folder to leave the study in; default: output/<study>-<hash>. */
  readonly out?: string;
  /** Threads; default: one for each core. */
  readonly workers?: number;
  readonly onProgress?: (progress: StudyProgress) => void;
  /** What the command line would say on stderr; nobody by default. */
  readonly say?: (sentence: string) => void;
  /** Begins no chunk once it is aborted. */
  readonly signal?: AbortSignal;
}

/** What a worked study leaves. */
export interface StudyResults {
  /** Folder with all tables; its README.md says what each is. */
  readonly folder: string;
  /** False where the signal stopped it: the same call goes on from there. */
  readonly isFinished: boolean;
  /** Undefined where it is not finished, or its chunks were removed. */
  readonly results: Results | undefined;
}

/**
 * Works a study file (a path), or scenarios (a list of names or paths), into its folder, as `maabar batch` does; what an earlier call did is
 * kept. Throws InvalidInput, ForeignFolder, FolderLocked, and what the disk throws.
 */
export async function runStudy(
  study: string | readonly string[],
  options: RunStudyOptions = {},
): Promise<StudyResults> {
  const source = typeof study === 'string' ? { file: study } : { scenarios: study };
  const loaded = await loadStudy(source, { over: options.study ?? {}, set: options.set ?? {} });
  const tool = { version: toolVersionIn(shippedDir), shippedDir };
  const assembled = assembleStudy(loaded, tool, options.out);
  const worked = await workStudy(assembled, {
    workers: options.workers,
    hasScreen: false,
    say: options.say ?? (() => {}),
    onProgress: options.onProgress ?? (() => {}),
    signal: options.signal ?? new AbortController().signal,
    facts: factsOfLibrary,
  });
  return {
    folder: assembled.folder,
    isFinished: worked.state === 'finished' || worked.state === 'archived',
    results: worked.state === 'finished' ? worked.results : undefined,
  };
}

function factsOfLibrary(startedAt: string, workers: number) {
  return {
    argv: [],
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    workers,
    startedAt,
    finishedAt: new Date().toISOString(),
    commit: null,
  };
}
