import type { ToolFacts } from '../export/manifest.ts';
import { sourceCommit } from './package-root.ts';

/** What manifest.json says of the command, the machine and the times of its work. */
export function toolFacts(startedAt: string, workers: number): ToolFacts {
  return {
    argv: process.argv.slice(2),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    workers,
    startedAt,
    finishedAt: new Date().toISOString(),
    commit: sourceCommit(),
  };
}
