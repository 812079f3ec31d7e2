import { type AssembledStudy, assembleStudy } from '../export/assemble-study.ts';
import type { Shard } from '../export/work-study.ts';
import { findStudy } from '../scenario/find-study.ts';
import { loadStudy } from '../scenario/load-study.ts';
import type { StudySource } from '../scenario/read-study.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { readSettings } from './settings.ts';
import { shellWord } from './shell-word.ts';
import { UsageError } from './usage-error.ts';
import { readVariations } from './vary-option.ts';

/** What `batch` and `plan` are asked for on the command line; what is absent is as the study file says. */
export interface StudyRequest {
  readonly seed?: number;
  readonly replicates?: number;
  readonly months?: number;
  readonly set: readonly string[];
  readonly vary: readonly string[];
  readonly design?: string;
  readonly points?: number;
  readonly bases?: number;
  readonly outcomes?: string;
  readonly window?: string;
  readonly tables?: string;
  readonly runSeconds?: number;
  readonly shard?: string;
  readonly out?: string;
}

/** A study as asked for, with the command that goes on with it. */
export interface RequestedStudy extends AssembledStudy {
  readonly goOn: string;
  readonly shard: Shard | undefined;
}

/** Keys that a verb gives a study itself: `over` whatever its file says, `under` where it says nothing. */
export interface VerbKeys {
  readonly over?: Readonly<Record<string, unknown>>;
  readonly under?: Readonly<Record<string, unknown>>;
}

/** Loads and plans what the command line names: one study file, or scenarios. Throws InvalidInput and UsageError. */
export async function requestedStudy(
  words: readonly string[],
  request: StudyRequest,
  verb = 'batch',
  { over = {}, under = {} }: VerbKeys = {},
): Promise<RequestedStudy> {
  const tool = { version: toolVersion(), shippedDir: packageRoot };
  const shard = readShard(request.shard);
  const loaded = await loadStudy(sourceOf(words), {
    shippedDir: packageRoot,
    over: { ...keysOf(request), ...over },
    under,
    set: readSettings(request.set),
  });
  const study = assembleStudy(loaded, tool);
  return {
    ...study,
    folder: request.out ?? folderFor(study, shard),
    goOn: ['maabar', verb, ...words.map(shellWord), ...flagsOf(request)].join(' '),
    shard,
  };
}

/** Each shard has a folder of its own, since it may lie on another machine. */
function folderFor({ folder }: AssembledStudy, shard: Shard | undefined): string {
  return shard === undefined ? folder : `${folder}-shard-${shard.index}-of-${shard.of}`;
}

function sourceOf(words: readonly string[]): StudySource {
  const file = words.length === 1 ? studyFileOf(words[0]) : undefined;
  return file === undefined ? { scenarios: words } : { file };
}

/** The study file that a word means, by path or name; undefined for anything else. */
export function studyFileOf(word: string): string | undefined {
  return findStudy(word, packageRoot);
}

function keysOf(request: StudyRequest): Readonly<Record<string, unknown>> {
  const { seed, replicates, months, design, points, bases, window, runSeconds } = request;
  const given = {
    seed,
    replicates,
    months,
    design,
    points,
    bases,
    window,
    run_seconds: runSeconds,
    outcomes: listOf(request.outcomes),
    tables: request.tables === 'none' ? [] : listOf(request.tables),
    ...(request.vary.length === 0 ? {} : { vary: readVariations(request.vary) }),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((word) => word.trim());
}

/** Reads `2/5`. Throws UsageError for anything else. */
function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError(`--shard "${text}" is not i/n with i from 1 to n, such as --shard 2/5.`);
}

/** The flags as they were given, for the command that goes on. */
function flagsOf(request: StudyRequest): readonly string[] {
  const { set, vary, ...single } = request;
  const names = [
    'seed',
    'replicates',
    'months',
    'design',
    'points',
    'bases',
    'outcomes',
    'window',
    'tables',
    'runSeconds',
    'shard',
    'out',
  ] as const;
  const flag = (name: string): string => `--${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`;
  return [
    ...names.flatMap((name) =>
      single[name] === undefined ? [] : [flag(name), shellWord(String(single[name]))],
    ),
    ...set.flatMap((setting) => ['--set', shellWord(setting)]),
    ...vary.flatMap((variation) => ['--vary', shellWord(variation)]),
  ];
}
