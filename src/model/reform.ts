import { type ParameterValues, valueAt } from './parameter-values.ts';

/** The government's instruments of a month, net of what ties between officials, parties and factions undo. */
export interface Reform {
  /** Share of trade at whose gates soldiers stand, and of customs automation that is done. */
  readonly soldiers: number;
  readonly automation: number;
  readonly audit: number;
  readonly rotation: number;
  /** Officials' pay over that at the start. */
  readonly pay: number;
}

/** Instruments as they work: each, and the rise of pay, times 1 - interconnectedness. */
export function readReform(parameters: ParameterValues, month: number): Reform {
  const value = (name: string) => valueAt(parameters, `government.${name}`, month);
  const works = 1 - value('interconnectedness');
  return {
    soldiers: works * value('soldiers'),
    automation: works * value('automation'),
    audit: works * value('audit'),
    rotation: works * value('rotation'),
    pay: 1 + works * (value('pay') - 1),
  };
}

/** phi with soldiers and automation: what is still paid of the duty through a fixer, at most all of it. */
export function fixerDutyShare(parameters: ParameterValues, month: number, reform: Reform): number {
  const soldiers = reform.soldiers * valueAt(parameters, 'reform.soldiers_duty_share', month);
  const automation = reform.automation * valueAt(parameters, 'reform.automation_duty_share', month);
  return Math.min(1, valueAt(parameters, 'customs.fixer_duty_share', month) + soldiers + automation);
}

/** Days to clear a declared cargo once a part of the way to the automated days is gone; never more than without. */
export function clearanceDays(days: number, automatedDays: number, automation: number): number {
  return days - automation * Math.max(0, days - automatedDays);
}
