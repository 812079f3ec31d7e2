import { formatMonth } from '../engine/calendar.ts';
import { loadFrozen, whyForeign } from '../export/reopen-study.ts';
import type { Experiment } from '../model/world-spec.ts';
import { openBench, playAt } from '../study/chunk-work.ts';
import { hashExperiment } from '../study/plan.ts';
import { differenceWords, firstDifference } from '../study/replay/first-difference.ts';
import { runReplicate } from '../study/run.ts';
import { identityOf } from '../study/run-order.ts';
import { ForeignFolder } from '../study/session.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { keptOf } from './explain-run.ts';
import type { FoundRun } from './find-run.ts';
import { packageRoot, toolVersion } from './package-root.ts';
import { wrapWords } from './plain-table.ts';
import { print, printJson } from './streams.ts';

/** Plays a run again from its folder's frozen study and says whether it is what the folder holds, bit for bit; exit 7 where it is not. */
export async function replayRun(found: FoundRun, asJson: boolean): Promise<ExitCode> {
  const { folder, plan, place } = found;
  const kept = keptOf(found);
  const { runId, scenarioId } = identityOf(plan, place);
  if (kept === undefined)
    throw new ForeignFolder(
      `${folder} does not hold ${runId}: its chunk is still to be worked, or was removed. There is nothing to compare a replay with.`,
    );
  const frozen = await loadFrozen(folder, { version: toolVersion(), shippedDir: packageRoot });
  const experiments = plan.scenarios.map(({ scenarioId: id }) => {
    const experiment = frozen.experiments.find((each) => each.scenarioId === id);
    if (experiment === undefined) throw new ForeignFolder(`${folder} no longer holds the scenario ${id}.`);
    return experiment;
  });
  const bench = openBench({ folder, plan, experiments, listed: frozen.listed });
  const difference = firstDifference(plan, kept, playAt(bench, place, runReplicate));
  const why = editedWords(found, experiments) ?? whyForeign(frozen);
  if (asJson) {
    const told = difference === undefined ? null : { ...difference, month: monthOf(difference.month) };
    printJson({
      type: 'replay',
      runId,
      folder,
      equal: difference === undefined,
      difference: told,
      foreign: why ?? null,
    });
  } else print(verdict(runId, scenarioId, difference && differenceWords(difference), why));
  return difference === undefined ? exitCodes.ok : exitCodes.output;
}

/** Which scenarios the frozen files no longer make as the plan has them: somebody changed a file. */
function editedWords({ folder, plan }: FoundRun, experiments: readonly Experiment[]): string | undefined {
  const edited = plan.scenarios.filter(
    ({ experimentSha256 }, at) => hashExperiment(experiments[at]) !== experimentSha256,
  );
  if (edited.length === 0) return undefined;
  const names = edited.map(({ scenarioId }) => scenarioId).join(', ');
  return `The frozen files of ${folder} no longer make what its plan names (${names}): they were edited, or this version reads them otherwise.`;
}

function monthOf(month: number | undefined): string | null {
  return month === undefined ? null : formatMonth(month);
}

function verdict(
  runId: string,
  scenarioId: string,
  difference: string | undefined,
  why: string | undefined,
): string {
  if (difference === undefined) {
    const rest = why === undefined ? '' : ` And yet: ${why}`;
    return wrapWords(
      `${runId} (${scenarioId}) is equal: the replay gives every number that the folder holds, bit for bit.${rest}`,
    ).join('\n');
  }
  const because =
    why ??
    'The plan, the frozen files and the model are those of the folder, so its rows were changed, or this machine computes otherwise.';
  return [
    ...wrapWords(`${runId} (${scenarioId}) is NOT equal. The first difference: ${difference}.`),
    ...wrapWords(because),
  ].join('\n');
}
