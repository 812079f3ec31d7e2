import { revenueLines } from '../model/lines.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Window } from '../scenario/window.ts';
import { formatMoney } from './numbers.ts';
import { type Effect, meanIn, shownRun } from './prediction-effects.ts';
import { pactRules } from './prediction-pact.ts';
import { yearBefore } from './prediction-window.ts';
import { seriesOf } from './run-tables.ts';

/** The questions in the order in which they are asked. */
export const questionIds = ['gains', 'pays', 'pact'] as const;
/** One of `questionIds`. */
export type QuestionId = (typeof questionIds)[number];

/** An answer that may be chosen. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What it means or is now, in a few words; may be empty. */
  readonly detail: string;
}

/** A choice by what it comes to, in US dollars a month: the largest above zero is the answer. */
export interface Candidate extends Choice {
  readonly effect: Effect;
}

/** A question, with at most ten choices. */
export interface Question {
  readonly id: QuestionId;
  readonly asks: string;
  readonly choices: readonly Choice[];
}

/** A question with what was answered and what happened. */
export interface Answered {
  readonly asks: string;
  /** Undefined where the question was skipped. */
  readonly said: string | undefined;
  readonly happened: string;
  /** Undefined where nothing can be said. */
  readonly isRight: boolean | undefined;
  /** What the pairs say of it, in a few words each. */
  readonly pairs: readonly string[];
}

/** The label of a choice; undefined for what is none, as for a question that was skipped. */
export function labelOf(id: string, { choices }: Question): string | undefined {
  return choices.find((choice) => choice.id === id)?.label;
}

/** Answers of the first two questions when nothing is above zero, and of the first when a source gains most that has no choice of its own. */
export const nobody = 'nobody';
/** See `nobody`. */
export const another = 'another';

/** Each question with its choices, told by what was known before the window. */
export function questionOf(id: QuestionId, record: RunRecord, window: Window): Question {
  if (id === 'gains')
    return { id, asks: "Which source of the factions' income gains most?", choices: sources(record, window) };
  if (id === 'pays')
    return {
      id,
      asks: 'Who is worse off most, in dollars a month?',
      choices: [...payers, { id: nobody, label: 'nobody', detail: 'none of them is worse off' }],
    };
  return { id, asks: 'Does the pact among the factions hold?', choices: pactChoices };
}

/** Every source that earns in the run, whether it has a choice of its own or not. */
export function sourceCandidates(record: RunRecord): readonly Candidate[] {
  return revenueLines
    .filter(({ id }) => seriesOf(record, 'by_month', `income_${id}_usd`).some((usd) => usd !== 0))
    .map(({ id, letter, name }) => ({
      id: `income_${id}_usd`,
      label: `${letter} ${name}`,
      detail: '',
      effect: [[`income_${id}_usd`, 1]] as const,
    }));
}

/**
 * Who may pay, by whose money it is in the ledger: the state by duty that does not reach it and by wages and contracts, traders at gates and posts,
 * households by levies and ransom, the patron by its transfers, factions by what they earn less.
 */
export const payers: readonly Candidate[] = [
  {
    id: 'state',
    label: 'the state',
    detail: 'less duty; more wages, contracts to factions',
    effect: [
      ['treasury_customs_usd', -1],
      ['income_payroll_usd', 1],
      ['income_contracts_usd', 1],
    ],
  },
  {
    id: 'traders',
    label: 'traders and their buyers',
    detail: 'more at gates and posts, and for smuggling',
    effect: [
      ['income_customs_usd', 1],
      ['income_inland_usd', 1],
      ['income_goods_usd', 1],
    ],
  },
  {
    id: 'households',
    label: 'firms and households',
    detail: 'more levies and ransom',
    effect: [
      ['income_extortion_usd', 1],
      ['income_ransom_usd', 1],
    ],
  },
  { id: 'patron', label: 'the patron', detail: 'larger transfers', effect: [['income_patron_usd', 1]] },
  { id: 'factions', label: 'the factions', detail: 'less income in all', effect: [['income_total_usd', -1]] },
];

const pactChoices: readonly Choice[] = [
  { id: 'holds', label: 'it holds', detail: pactRules.holds },
  { id: 'weakens', label: 'it weakens', detail: pactRules.weakens },
  { id: 'breaks', label: 'it breaks', detail: pactRules.breaks },
];

/** Columns of by_month that answers are judged by; pairs of runs must keep them. */
export const predictedColumns: readonly string[] = [
  ...new Set([
    ...revenueLines.map(({ id }) => `income_${id}_usd`),
    ...payers.flatMap(({ effect }) => effect.map(([column]) => column)),
    'pact_cohesion_idx',
    'war_factions_n',
  ]),
];

const mostSources = 9;

/** The sources as choices: all where nine keys are enough, else the eight that earned most in the year before, and one for the rest. */
function sources(record: RunRecord, window: Window): readonly Choice[] {
  const before = yearBefore(window, record.firstMonth);
  const earned = sourceCandidates(record).map((candidate) => {
    const usd = meanIn(shownRun(record), candidate.id, before);
    return { ...candidate, usd, detail: `${formatMoney(usd)} a month in the year before` };
  });
  const none = { id: nobody, label: 'none of them', detail: 'no source gains' };
  if (earned.length <= mostSources) return [...earned, none];
  const least = [...earned].sort((a, b) => b.usd - a.usd)[mostSources - 2].usd;
  const listed = earned.filter(({ usd }) => usd >= least).slice(0, mostSources - 1);
  return [...listed, { id: another, label: 'another source', detail: 'one that is not in this list' }, none];
}
