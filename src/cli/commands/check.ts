import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatProblem, InvalidInput, type Problem } from '../../engine/problem.ts';
import { type Check, evaluateCheck } from '../../scenario/checks.ts';
import { yamlNames } from '../../scenario/find-scenario.ts';
import { type LoadedScenario, loadScenario } from '../../scenario/load.ts';
import { loadStudy } from '../../scenario/load-study.ts';
import { runReplicate } from '../../study/run.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { asTyped } from '../program-word.ts';
import { counted } from '../progress.ts';
import { print, printJson, say } from '../streams.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `check`. */
export interface CheckOptions {
  readonly schemaOnly?: boolean;
  readonly json?: boolean;
}

/** One line of the verb's output: a file's standing, or one check's. */
interface Finding {
  readonly file: string;
  readonly status: 'valid' | 'invalid' | 'holds' | 'fails' | 'error';
  readonly text: string;
}

/**
 * Checks scenarios, and study folders. Scenarios are loaded, replicate 1 of each is played, and their checks are held against it; a study folder
 * is held against its manifest, plan and data package. Exit 3 for an invalid file, else 7 for damaged bytes, else 6 for a check that does not hold.
 */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const folders = await studyFolders(paths);
  const scenarios = paths.filter((path) => !folders.includes(path));
  const code = await checkScenarios(scenarios.flatMap(scenariosOf), options);
  if (folders.length === 0) return code;
  const { checkStudyFolder } = await import('../check-study-folder.ts');
  return worst([code, ...folders.map((folder) => checkStudyFolder(folder, options.json === true))]);
}

/** Only a folder is worth loading what checks one. */
async function studyFolders(paths: readonly string[]): Promise<readonly string[]> {
  if (!paths.some(isFolder)) return [];
  const { isStudyFolder } = await import('../../export/folder-check/check-folder.ts');
  return paths.filter(isStudyFolder);
}

function worst(codes: readonly ExitCode[]): ExitCode {
  const order = [exitCodes.fault, exitCodes.invalid, exitCodes.output, exitCodes.checkFailed];
  return order.find((code) => codes.includes(code)) ?? exitCodes.ok;
}

async function checkScenarios(files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const findings: Finding[] = [];
  for (const file of files) {
    for await (const finding of findingsOf(file, options.schemaOnly === true)) {
      findings.push(finding);
      tell(finding, options.json === true);
    }
  }
  const has = (status: Finding['status']): boolean => findings.some((finding) => finding.status === status);
  if (has('error')) return exitCodes.fault;
  if (has('invalid')) return exitCodes.invalid;
  return has('fails') ? exitCodes.checkFailed : exitCodes.ok;
}

/** A folder stands for the scenario files in it. */
function scenariosOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const names = yamlNames(path);
  if (names.length === 0) throw new UsageError(`The folder ${path} holds no scenario file (.yaml).`);
  return names.map((name) => join(path, `${name}.yaml`));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function* findingsOf(file: string, schemaOnly: boolean): AsyncGenerator<Finding> {
  if (isStudyFile(file)) return yield* findingsOfStudy(file);
  let loaded: LoadedScenario;
  try {
    loaded = await loadScenario(file, { shippedDir: packageRoot, asShipped: isShipped(file) });
  } catch (error) {
    yield* problemsOf(file, error);
    return;
  }
  yield { file, status: 'valid', text: `${file}: valid, ${countWords(loaded.checks.length)}` };
  if (!schemaOnly) yield* heldAgainstRun(file, loaded);
}

/** Every problem of a file; throws what is none of the file's. */
function* problemsOf(file: string, error: unknown): Generator<Finding> {
  if (!(error instanceof InvalidInput)) throw error;
  if (error.problems.every((problem) => problem.file === undefined)) throw error;
  for (const problem of error.problems) yield invalid(file, problem);
}

/** A list of scenarios makes a file a study. */
function isStudyFile(path: string): boolean {
  return path.endsWith('.yaml') && existsSync(path) && /^scenarios:/m.test(readFileSync(path, 'utf8'));
}

/** A study is loaded with all that it names; its scenarios' own checks are for their own files. */
async function* findingsOfStudy(file: string): AsyncGenerator<Finding> {
  try {
    const { scenarios, replicates } = await loadStudy({ file }, { shippedDir: packageRoot });
    const text = `${file}: a valid study, ${counted(scenarios.length, 'scenario')}, ${counted(replicates, 'replicate')}`;
    yield { file, status: 'valid', text };
  } catch (error) {
    yield* problemsOf(file, error);
  }
}

async function* heldAgainstRun(file: string, loaded: LoadedScenario): AsyncGenerator<Finding> {
  if (loaded.checks.length === 0) return;
  const needsOther = loaded.checks.some((each) => each.against === 'scenario');
  try {
    const record = runReplicate(loaded.experiment, 1, 1, { keepFlows: false });
    const comparison = needsOther ? await playComparison(loaded) : undefined;
    for (const each of loaded.checks) yield finding(each, evaluateCheck(each, record, comparison));
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    const replay = `maabar run ${file} --seed 1 --replicate 1`;
    yield {
      file,
      status: 'error',
      text: `${file}: the run failed: ${(error as Error).message}. Repeat it with: ${asTyped(replay)}`,
    };
  }
}

async function playComparison({
  compareWith,
  experiment,
}: LoadedScenario): Promise<ReturnType<typeof runReplicate> | undefined> {
  if (compareWith === null) return undefined;
  const { firstMonth, months } = experiment.timeline;
  const other = await loadScenario(compareWith, {
    shippedDir: packageRoot,
    overrideStart: firstMonth,
    overrideMonths: months,
  });
  return runReplicate(other.experiment, 1, 1, { keepFlows: false });
}

function finding(
  { file, line, column }: Check,
  { holds, sentence }: ReturnType<typeof evaluateCheck>,
): Finding {
  const status = holds ? 'holds' : 'fails';
  return {
    file,
    status,
    text: `${file}:${line}:${column}: ${holds ? 'holds' : 'DOES NOT HOLD'}: ${sentence}`,
  };
}

function invalid(file: string, problem: Problem): Finding {
  return { file, status: 'invalid', text: formatProblem(problem) };
}

function tell(finding: Finding, asJson: boolean): void {
  if (asJson) printJson(finding);
  else if (finding.status === 'invalid' || finding.status === 'error') say(finding.text);
  else print(finding.text);
}

function isShipped(file: string): boolean {
  const shipped = join(packageRoot, 'scenarios');
  return !/[/\\.]/.test(file) || resolve(file).startsWith(`${resolve(shipped)}/`);
}

function countWords(count: number): string {
  return count === 1 ? '1 check' : `${count} checks`;
}
