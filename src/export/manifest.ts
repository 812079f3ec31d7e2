import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, planId } from '../study/plan.ts';
import type { LookResult } from '../study/precision/judge-look.ts';
import { countRuns } from '../study/run-order.ts';
import type { Summary } from '../study/summarise.ts';
import type { WrittenFile } from './csv-file.ts';
import { schemaVersion } from './dictionary.ts';

/** What the command line knows of the work: the only place of a study where a clock and a machine may speak. */
export interface ToolFacts {
  readonly argv: readonly string[];
  readonly node: string;
  readonly platform: string;
  readonly workers: number;
  /** ISO times. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Commit of the sources, where they are a checkout. */
  readonly commit: string | null;
}

/** What others read of a manifest. */
export interface Manifest {
  /** The study's id: sha256 of plan.json. */
  readonly study: string;
  readonly tool: { readonly name: string; readonly version: string; readonly commit: string | null };
  readonly schemaVersion: string;
  readonly runs: { readonly planned: number; readonly ok: number; readonly failed: number };
  readonly files: readonly WrittenFile[];
}

/** The text of manifest.json, which is written last: with it a study is finished. */
export function manifestText(
  { plan, look }: { readonly plan: Plan; readonly look?: LookResult },
  summary: Summary,
  files: readonly WrittenFile[],
  facts: ToolFacts,
): string {
  const { attempted, failed } = summary;
  const manifest: Manifest & Record<string, unknown> = {
    study: planId(plan),
    tool: { name: 'maabar', version: plan.toolVersion, commit: facts.commit },
    modelVersion: plan.modelVersion,
    schemaVersion,
    machine: { node: facts.node, platform: facts.platform, workers: facts.workers },
    argv: facts.argv,
    startedAt: facts.startedAt,
    finishedAt: facts.finishedAt,
    runs: { planned: countRuns(plan), ok: attempted - failed, failed },
    ...(look === undefined ? {} : { precision: { target: plan.precision?.target, ...look } }),
    scenarios: plan.scenarios,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Whether a folder is finished: its manifest is there and every file it lists has the length it says. */
export function isFinished(folder: string): boolean {
  const manifest = readManifest(folder);
  if (manifest === undefined) return false;
  return manifest.files.every(({ path: name, bytes }) => sizeOf(join(folder, name)) === bytes);
}

/** The manifest of a folder; undefined where there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return Array.isArray(manifest.files) && typeof manifest.runs?.ok === 'number' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
