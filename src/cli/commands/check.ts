import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidInput } from '../../engine/problem.ts';
import { type Check, evaluateCheck } from '../../scenario/checks.ts';
import { findScenario, isPath, yamlNames } from '../../scenario/find-scenario.ts';
import { findStudy, kindOfFile } from '../../scenario/find-study.ts';
import { type LoadedScenario, loadScenario } from '../../scenario/load.ts';
import { runReplicate } from '../../study/run.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Finding, invalid, tell } from '../finding.ts';
import { packageRoot } from '../package-root.ts';
import { asTyped } from '../program-word.ts';
import { UsageError } from '../usage-error.ts';

/** Flags of `check`. */
export interface CheckOptions {
  readonly schemaOnly?: boolean;
  readonly json?: boolean;
}

/**
 * Checks scenarios, study files, and study folders. Scenarios are loaded, replicate 1 of each is played, and their checks are held against it;
 * study files are loaded with all they name, and planned; a study folder is held against its manifest, plan and data package. Exit 3 for an invalid file, else 7 for damaged bytes, else 6 for a check that does not hold.
 */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const folders = await studyFolders(paths);
  const files = paths.filter((path) => !folders.includes(path));
  const code = await checkFiles(files.flatMap(filesOf), options);
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

async function checkFiles(files: readonly string[], options: CheckOptions): Promise<ExitCode> {
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

/** A folder stands for the files in it, a name for a study where no scenario is so called. */
function filesOf(path: string): readonly string[] {
  if (!isFolder(path)) {
    const isScenario = findScenario(path, isPath(path) ? '' : join(packageRoot, 'scenarios'), {
      shippedDir: packageRoot,
    });
    return [isScenario ? path : (findStudy(path, packageRoot) ?? path)];
  }
  const names = yamlNames(path);
  if (names.length === 0) throw new UsageError(`The folder ${path} holds no scenario or study file (.yaml).`);
  return names.map((name) => join(path, `${name}.yaml`));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function* findingsOf(file: string, schemaOnly: boolean): AsyncGenerator<Finding> {
  const kind = kindOfFile(file);
  if (kind === 'scenario') return yield* scenarioFindings(file, schemaOnly);
  const { checkStudyFile } = await import('../check-study-file.ts');
  yield* await checkStudyFile(file, kind, schemaOnly);
}

async function* scenarioFindings(file: string, schemaOnly: boolean): AsyncGenerator<Finding> {
  let loaded: LoadedScenario;
  try {
    loaded = await loadScenario(file, { shippedDir: packageRoot, asShipped: isShipped(file) });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    yield* invalid(file, error);
    return;
  }
  yield { file, status: 'valid', text: `${file}: valid, ${countWords(loaded.checks.length)}` };
  if (!schemaOnly) yield* heldAgainstRun(file, loaded);
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

function isShipped(file: string): boolean {
  const shipped = join(packageRoot, 'scenarios');
  return !/[/\\.]/.test(file) || resolve(file).startsWith(`${resolve(shipped)}/`);
}

function countWords(count: number): string {
  return count === 1 ? '1 check' : `${count} checks`;
}
