import { findOutcomes } from '../../figures/outcomes.ts';
import { loadScenario } from '../../scenario/load.ts';
import { didYouMean } from '../../scenario/nearest.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainElasticities } from '../explain-elasticities.ts';
import { explainLedger } from '../explain-ledger.ts';
import { explainOutcome, listOutcomes } from '../explain-outcome.ts';
import { explainParameter, listAssumptions, listParameters } from '../explain-parameter.ts';
import { type FoundRun, firstRun, isRunId, isStudyFolder, locateRun } from '../find-run.ts';
import { packageRoot } from '../package-root.ts';
import { program } from '../program-word.ts';
import { sweepWorld } from '../sweep-world.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `explain`. */
export interface ExplainOptions {
  readonly scenario?: string;
  readonly month?: string;
  readonly parameters?: boolean;
  readonly outcomes?: boolean;
  readonly assumptions?: boolean;
  readonly sweep?: boolean;
  readonly folder?: string;
  readonly replay?: boolean;
  readonly json?: boolean;
}

/** Prints what a parameter or an outcome is, as a scenario has it. Throws UsageError for a name that is neither. */
export async function explain(name: string | undefined, options: ExplainOptions): Promise<ExitCode> {
  const asJson = options.json === true;
  if (name !== undefined && (isRunId(name) || isStudyFolder(name)))
    return explainFound(isRunId(name) ? locateRun(name, options.folder) : firstRun(name), options);
  if (options.replay === true)
    throw new UsageError('--replay needs the name of a run, r-7f3a91c204be, or the folder of a study.');
  const loaded = await loadScenario(options.scenario ?? 'baseline', { shippedDir: packageRoot });
  if (options.parameters) listParameters(loaded, asJson);
  else if (options.outcomes) listOutcomes(loaded.experiment.world, asJson);
  else if (options.assumptions && options.sweep) await sweepWorld(loaded, asJson);
  else if (options.assumptions) listAssumptions(loaded.world, asJson);
  else if (name === 'elasticities') explainElasticities(loaded, options.month, asJson);
  else if (name === undefined)
    throw new UsageError('explain needs a name, ledger, or one of --parameters, --outcomes, --assumptions.');
  else if (name === 'ledger') explainLedger(loaded, options.month, asJson);
  else if (loaded.world.values.has(name)) await explainParameter(name, loaded, options.month, asJson);
  else if (findOutcomes(name, loaded.experiment.world).length > 0)
    await explainOutcome(name, loaded, options.month, asJson);
  else throw unknownName(name, [...loaded.world.values.keys(), ...allOutcomes(loaded)]);
  return exitCodes.ok;
}

/** A run of a study: what it was, or whether it can be had again. */
async function explainFound(found: FoundRun, { replay, json = false }: ExplainOptions): Promise<ExitCode> {
  if (replay) return (await import('../replay-run.ts')).replayRun(found, json);
  (await import('../explain-run.ts')).explainRun(found, json);
  return exitCodes.ok;
}

function allOutcomes({ experiment }: Awaited<ReturnType<typeof loadScenario>>): readonly string[] {
  return findOutcomes(undefined, experiment.world).map(({ column }) => column.name);
}

function unknownName(name: string, known: readonly string[]): UsageError {
  const hint = didYouMean(name, known) || near(name, known);
  return new UsageError(
    `"${name}" is neither a parameter nor an outcome.${hint} "${program} explain --parameters" and "--outcomes" list them all.`,
  );
}

/** Names that hold the word given: `customs` finds all of customs. */
function near(name: string, known: readonly string[]): string {
  const holding = [...new Set(known)].filter((each) => each.includes(name)).slice(0, 6);
  return holding.length === 0 ? '' : ` Names with it: ${holding.join(', ')}.`;
}
