import type { Experiment } from '../model/world-spec.ts';
import { changeRows, differIn, takeRows } from './change-timeline.ts';
import { isInstrument } from './patterns/treasury-rows.ts';

/** One thing that may have moved an outcome, and how to take it out of an experiment. */
export interface Driver {
  readonly id: string;
  readonly label: string;
  /** `rows`: parameters that a scenario dates; `switch`: a mechanism, off in both worlds when it is out. */
  readonly kind: 'rows' | 'switch';
  readonly isOwn: (name: string) => boolean;
}

const named = (pattern: RegExp) => (name: string) => pattern.test(name);

/** All drivers but the last: what the question "was it the sanctions?" is about. */
const asked: readonly Driver[] = [
  { id: 'patron', label: 'the patron’s cut', kind: 'rows', isOwn: named(/^patron\./) },
  {
    id: 'coordinator',
    label: 'the coordinator and the pact',
    kind: 'rows',
    isOwn: named(/^(pact|coordinator|mediator)\./),
  },
  {
    id: 'territory',
    label: 'territory: posts held and open',
    kind: 'rows',
    isOwn: named(/^(talks\.|territory\.|(posts|crossings)\.[^.]+\.open$)/),
  },
  { id: 'payroll', label: 'the registered payroll', kind: 'rows', isOwn: named(/^payroll\./) },
  { id: 'enforcement', label: 'enforcement and customs reform', kind: 'rows', isOwn: isInstrument },
  { id: 'learning', label: 'learning', kind: 'switch', isOwn: named(/^learning\.enabled$/) },
];

/** Every driver; the last holds all rows that no other has: trade, oil, prices, what there is to take. */
export const drivers: readonly Driver[] = [
  ...asked,
  {
    id: 'country',
    label: 'all else: trade, oil, contracts, fuel',
    kind: 'rows',
    isOwn: (name) => !asked.some((driver) => driver.isOwn(name)),
  },
];

/** Drivers that can matter between two experiments: rows that differ, mechanisms that are on. */
export function driversBetween(experiment: Experiment, neutral: Experiment): readonly Driver[] {
  return drivers.filter(({ kind, isOwn }) =>
    kind === 'rows'
      ? differIn(experiment, neutral, isOwn)
      : differIn(experiment, switchedOff(experiment, isOwn), isOwn),
  );
}

/** The two experiments whose difference is owed to the drivers that are in; the others are taken out. */
export function pairWith(
  experiment: Experiment,
  neutral: Experiment,
  out: readonly Driver[],
): { readonly experiment: Experiment; readonly neutral: Experiment } {
  const rows = out.filter(({ kind }) => kind === 'rows');
  const switches = out.filter(({ kind }) => kind === 'switch');
  const isOut = (name: string): boolean => rows.some(({ isOwn }) => isOwn(name));
  const isOff = (name: string): boolean => switches.some(({ isOwn }) => isOwn(name));
  return {
    experiment: switchedOff(takeRows(experiment, neutral, isOut), isOff),
    neutral: switchedOff(neutral, isOff),
  };
}

/** A world in which every parameter stays from a month on as it was in that month. */
export function frozenFrom(experiment: Experiment, month: number): Experiment {
  const { months, firstMonth, values: before } = experiment.timeline;
  const at = month - firstMonth;
  const values = before.map((value, cell) =>
    cell % months > at ? before[cell - (cell % months) + at] : value,
  );
  return { ...experiment, timeline: { ...experiment.timeline, values } };
}

function switchedOff(experiment: Experiment, isOff: (name: string) => boolean): Experiment {
  const names = experiment.timeline.names.filter(isOff);
  return changeRows(experiment, Object.fromEntries(names.map((name) => [name, 0])));
}
