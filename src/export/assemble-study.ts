import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrozenFile } from '../scenario/freeze-scenarios.ts';
import type { LoadedStudy } from '../scenario/load-study.ts';
import { folderName } from '../study/plan.ts';
import { planStudy } from '../study/plan-study.ts';
import { replayFlags } from '../study/replay-words.ts';
import { frozenFiles } from './freeze-study.ts';
import type { ExportedStudy } from './package.ts';

/** What the program says of itself to a study. */
export interface Tool {
  readonly version: string;
  /** Folder that holds the shipped `scenarios/` and `worlds/`. */
  readonly shippedDir: string;
}

/** A loaded study with its plan and all that its folder will hold. */
export interface AssembledStudy extends ExportedStudy {
  readonly loaded: LoadedStudy;
  /** What one run takes on one core, judged by a few months of one. */
  readonly secondsPerRun: number;
}

/** Makes of a loaded study one that can be worked, in `folder` or under the name that its content gives it. Plays a few months to know the model. */
export function assembleStudy(loaded: LoadedStudy, tool: Tool, folder?: string): AssembledStudy {
  const { plan, experiments, listed, mark } = planStudy(loaded, tool.version);
  const frozen = frozenFiles(loaded, tool);
  const words = plan.scenarios.map(({ scenarioId }) => scenarioWord(scenarioId, frozen, tool));
  return {
    loaded,
    secondsPerRun: mark.secondsPerRun,
    folder: folder ?? join('output', folderName(plan)),
    plan,
    experiments,
    listed,
    frozen,
    title: onOneLine(loaded.title),
    question: onOneLine(loaded.question),
    command: 'maabar batch study.yaml --out again',
    isSelfContained: true,
    replay: (place, numbers) =>
      ['maabar run', words[place.scenario], ...replayFlags(plan, place, numbers)].join(' '),
    evaluate: () => [],
  };
}

/** Titles stand in headings and tables; a file may spread them over lines. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How to name a scenario in a command: a shipped one by its name, any other by its file in the study's folder. The same wherever the study was loaded from. */
function scenarioWord(id: string, frozen: readonly FrozenFile[], { shippedDir }: Tool): string {
  const path = `scenarios/${id}.yaml`;
  const shipped = join(shippedDir, path);
  const text = frozen.find((file) => file.path === path)?.text;
  return existsSync(shipped) && readFileSync(shipped, 'utf8') === text ? id : path;
}
