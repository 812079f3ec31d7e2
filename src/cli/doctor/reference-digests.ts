import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelVersion } from '../../model/version.ts';
import type { Experiment } from '../../model/world-spec.ts';
import { loadScenario } from '../../scenario/load.ts';
import { runReplicate } from '../../study/run.ts';
import { packageRoot } from '../package-root.ts';

/** What runs of a small world leave on every machine. */
export interface ReferenceDigests {
  readonly modelVersion: number;
  /** Scenario to the sha256 of its replicate 1 of seed 1, flows left out. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Scenarios of the small world whose digests are shipped. */
export const referenceScenarios = ['two-gates', 'two-gates-pact-broken'] as const;

/** Where the shipped digests stand, beside the world that they are of. */
export const referencePath = 'worlds/two-gates/reference-digests.json';

/** The digests that were shipped. */
export function shippedDigests(): ReferenceDigests {
  return JSON.parse(readFileSync(join(packageRoot, referencePath), 'utf8')) as ReferenceDigests;
}

/** The digests that this machine computes. */
export async function computedDigests(): Promise<ReferenceDigests> {
  const digests: Record<string, string> = {};
  for (const scenario of referenceScenarios)
    digests[scenario] = digestOf(await referenceExperiment(scenario));
  return { modelVersion, digests };
}

/** A reference scenario, ready to be played. */
export async function referenceExperiment(scenario: string): Promise<Experiment> {
  return (await loadScenario(scenario, { shippedDir: packageRoot })).experiment;
}

/** The digest of a scenario's reference run. */
export function digestOf(experiment: Experiment): string {
  return runReplicate(experiment, 1, 1, { keepFlows: false }).digest;
}
