import { join } from 'node:path';
import type { RunScreenOptions } from '../dashboard/run-screen.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { type LoadedStudy, loadStudy } from '../scenario/load-study.ts';
import { type Bench, experimentAt, openBench } from '../study/chunk-work.ts';
import { hashExperiment, type Plan } from '../study/plan.ts';
import { replayFlags } from '../study/replay-words.ts';
import { placeOfRun } from '../study/run-order.ts';
import type { ScreenPlayer } from '../study/screen-player.ts';
import { ForeignFolder } from '../study/session.ts';
import { runFailed } from './failed-plays.ts';
import { packageRoot } from './package-root.ts';
import { runOnScreen } from './run-on-screen.ts';
import { shellWord } from './shell-word.ts';

/**
 * The first replicate of a scenario at the first point of a study's design, with what it is compared with, from the folder's own frozen files;
 * `player` plays them, off the screen's thread. Rejects with ForeignFolder where the files no longer make what the plan says, InvalidInput where
 * they are broken.
 */
export async function playedAgain(
  folder: string,
  plan: Plan,
  scenario: number,
  player: Pick<ScreenPlayer, 'playWhole'>,
): Promise<RunScreenOptions> {
  const study = await loadStudy({ file: join(folder, 'study.yaml') }, { shippedDir: packageRoot });
  const scenarios = plan.scenarios.map((planned) => frozenScenario(folder, planned, study));
  const experiments = scenarios.map(({ experiment }) => experiment);
  const bench = openBench({ folder, plan, experiments, listed: study.design?.table?.cells ?? null });
  const baseline = plan.comparisons.find((pair) => pair.scenario === scenario)?.baseline;
  const atFirst = (at: number): LoadedScenario => ({ ...scenarios[at], experiment: firstOf(bench, at) });
  const pair = {
    loaded: atFirst(scenario),
    baseline: baseline === undefined ? undefined : atFirst(baseline),
  };
  const first = placeOfRun(plan, 0);
  const play = (at: number): Promise<RunRecord> => {
    const file = shellWord(join(folder, 'scenarios', `${plan.scenarios[at].scenarioId}.yaml`));
    const flags = replayFlags(plan, { ...first, scenario: at }, bench.matrix.at(first.point));
    return playFirst(plan, atFirst(at).experiment, player, ['maabar run', file, ...flags].join(' '));
  };
  return runOnScreen(pair, plan.studySeed, {
    loaded: play(scenario),
    baseline: baseline === undefined ? undefined : play(baseline),
  });
}

function frozenScenario(
  folder: string,
  { scenarioId, experimentSha256 }: Plan['scenarios'][number],
  { scenarios }: LoadedStudy,
): LoadedScenario {
  const found = scenarios.find(({ experiment }) => experiment.scenarioId === scenarioId);
  if (found !== undefined && hashExperiment(found.experiment) === experimentSha256) return found;
  throw new ForeignFolder(
    `The files of ${folder} no longer make ${scenarioId} as its plan has it: they were edited, or this version reads them otherwise.`,
  );
}

function firstOf(bench: Bench, scenario: number): LoadedScenario['experiment'] {
  return experimentAt(bench, { ...placeOfRun(bench.plan, 0), scenario });
}

/** Nobody need be listening by the time that it fails. */
function playFirst(
  { studySeed, replicates }: Plan,
  experiment: LoadedScenario['experiment'],
  player: Pick<ScreenPlayer, 'playWhole'>,
  command: string,
): Promise<RunRecord> {
  const playing = player.playWhole({ experiment, studySeed, replicate: replicates.from }).then((outcome) => {
    if (outcome.status === 'ok') return outcome.record;
    throw runFailed(outcome, command);
  });
  playing.catch(() => {});
  return playing;
}
