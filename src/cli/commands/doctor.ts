import { definitionList } from '../definition-list.ts';
import { diagnoseRoom, diagnoseWriting } from '../doctor/diagnose-disk.ts';
import { diagnoseDigests, diagnoseThreads, diagnoseTimeZone } from '../doctor/diagnose-model.ts';
import { diagnoseNode } from '../doctor/diagnose-node.ts';
import { diagnoseTerminal } from '../doctor/diagnose-terminal.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { toolVersion } from '../package-root.ts';
import { program } from '../program-word.ts';
import { print, printJson } from '../streams.ts';

/** Flags of `doctor`. */
export interface DoctorOptions {
  readonly json?: boolean;
}

/** Says whether the program can do its work here, one line for each thing: exit 1 where it cannot be relied on, 7 where it cannot write. */
export async function doctor({ json }: DoctorOptions): Promise<ExitCode> {
  const found = [
    diagnoseNode(),
    diagnoseWriting(),
    diagnoseRoom(),
    await diagnoseThreads(),
    ...(await diagnoseDigests()),
    await diagnoseTimeZone(),
    diagnoseTerminal(process.stdout, process.env),
  ];
  if (json) for (const each of found) printJson({ type: 'diagnosis', ...each });
  else print(textOf(found));
  if (found.some(({ state }) => state === 'fault')) return exitCodes.fault;
  return found.some(({ state }) => state === 'output') ? exitCodes.output : exitCodes.ok;
}

function textOf(found: readonly Diagnosis[]): string {
  const lines = found.map(({ name, state, found: words }): [string, string] => [
    `${state === 'ok' ? 'ok' : '! '} ${name}`,
    words,
  ]);
  const faults = found.filter(({ state }) => state !== 'ok').length;
  const verdict =
    faults === 0
      ? `All is well with maabar ${toolVersion()}. Next:  ${program} list`
      : `${faults} of ${found.length} things are not well.`;
  return `${definitionList(lines)}\n\n${verdict}`;
}
