import { statSync } from 'node:fs';
import { sensitivityRows, sensitivityTable } from '../../export/sensitivity-table.ts';
import { namesOf } from '../../export/table-declaration.ts';
import { readSensitivity } from '../../study/sensitivity/read-sensitivity.ts';
import { outcomeColumns } from '../../study/summarise.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { chooseOutcomes, headlineOutcomes } from '../headline-outcomes.ts';
import { announcePlan, counted } from '../progress.ts';
import { sensitivityText } from '../sensitivity-text.ts';
import { print, printJson, say } from '../streams.ts';
import { type RequestedStudy, requestedStudy, type StudyRequest } from '../study-request.ts';
import { tellUnfinished } from '../tell-unfinished.ts';
import { timeEstimate } from '../time-estimate.ts';
import { workTold } from '../work-told.ts';

/** Flags of `sensitivity`. */
export interface SensitivityOptions extends StudyRequest {
  readonly method: 'morris' | 'sobol';
  readonly outcome: readonly string[];
  readonly all?: boolean;
  readonly workers?: number;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly color?: boolean;
}

/** Bases where none are asked for: a first answer in minutes. Sobol's sequence wants a power of two. */
const usualBases = { morris: 64, sobol: 256 } as const;

/** Says how far each parameter that a study varies moves its outcomes: plays the rows that the method asks for into a study folder, or reads one. */
export async function sensitivity(words: readonly string[], options: SensitivityOptions): Promise<ExitCode> {
  if (words.length === 1 && statSync(words[0], { throwIfNoEntry: false })?.isDirectory() === true)
    return tell(words[0], options);
  const study = await askedStudy(words, options);
  announcePlan(study, timeEstimate(study, options.workers));
  const { shard: _, ...telling } = options;
  const { worked, exitCode } = await workTold(study, { ...telling, goOn: study.goOn });
  const told =
    worked.state === 'finished'
      ? tell(study.folder, options)
      : tellUnfinished(worked, study.folder, study.goOn);
  return exitCode ?? told;
}

/** The study with the rows of the method in place of its own design. */
async function askedStudy(words: readonly string[], options: SensitivityOptions): Promise<RequestedStudy> {
  const { method, bases = usualBases[method], ...asked } = options;
  const study = await requestedStudy(words, { ...asked, bases }, 'sensitivity', {
    over: { design: method === 'sobol' ? 'saltelli' : 'morris', points: undefined },
    under: { replicates: 2, tables: [], outcomes: headlineOutcomes },
  });
  return { ...study, goOn: `${study.goOn} --method ${method}` };
}

function tell(folder: string, options: SensitivityOptions): ExitCode {
  const { plan, measured, failed, attempted } = readSensitivity(folder);
  const chosen = chooseOutcomes(plan.outcomes, options);
  const shown = measured.map((each) => ({
    ...each,
    outcomes: each.outcomes.filter(({ outcome }) => chosen.includes(outcome)),
  }));
  if (options.json) {
    const names = namesOf(sensitivityTable.fields);
    for (const cells of sensitivityRows(shown))
      printJson({
        type: 'sensitivity',
        ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])),
      });
  } else {
    const units = new Map(outcomeColumns(plan).map(({ name, unit }) => [name, unit]));
    const blocks = shown.flatMap((each) =>
      each.outcomes.map(({ outcome, rows }) =>
        sensitivityText({ measured: each, rows, unit: units.get(outcome) ?? 'index' }),
      ),
    );
    print(
      [
        ...blocks,
        `Seed ${plan.studySeed}. Model output, not data. Table: ${folder}/summary/sensitivity.csv`,
      ].join('\n\n'),
    );
  }
  if (failed === 0) return exitCodes.ok;
  say(`${failed.toLocaleString('en')} of ${counted(attempted, 'run')} failed; runs.csv says how.`);
  return exitCodes.failedRuns;
}
