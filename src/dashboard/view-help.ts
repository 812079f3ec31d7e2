import type { ViewName } from './tabs.ts';

/** How to read a view, in sentences; the weightiest first. */
export function viewHelp(view: ViewName, isPost: boolean): readonly string[] {
  return view === 'crossings' && isPost ? postHelp : help[view];
}

const help: Readonly<Record<ViewName, readonly string[]>> = {
  run: [
    'Letters A, B, ... are factions; the letters in a bar are sources of income.',
    'A crossing shows its name, the faction with the largest share, and a bar of the goods that pass.',
    '- is held by officials, x is closed. Numbered marks are the changes of the scenario.',
    'Tab leads on to events, treasury and cash, the pact, and what moved in the month.',
  ],
  compare: [
    'A is what the scenario is compared with, B the scenario with what you threw in, on the same draws.',
    'Numbers are means of the year up to the month, but for the charts. ~: the range of the pairs includes zero, so it is no effect to teach.',
    'A shock holds from the month that is shown; numbered marks in the charts are the changes of the scenario and your shocks.',
  ],
  batch: [
    'The study that this run is of: mean of the chosen outcome over all runs of each scenario, and half its 95% interval.',
    'settled: that half is at most 2% of the mean; left: time to the runs that it takes; more: it takes more runs than are planned.',
  ],
  crossings: [
    'Each crossing stands where it lies: name, letter of the faction with the largest share, bar of the goods that pass.',
    '- is held by officials, x is closed; o is a town, CAPITALS a neighbour.',
    'Goods and take are dollars a month; toll is what passing costs, as a share of the cargo; days is what clearing takes; patrol is an index of how often the law looks.',
  ],
  why: [
    'What moved since last month and against the other run; the rules are sections of docs/model.md.',
    'Choose a line: its rules and their parameters follow. Enter on a parameter or an event asks on.',
  ],
  params: [
    'Every number the run reads: its value in the month, the range that studies sweep, how well it is known.',
    'c gives one another value from the first month on, a number or a formula (baseline * 0.5); u takes it back, U brings it again.',
    'S seen, S2 second hand, W weak, D derived, assumption: no source. Enter shows what it moves.',
  ],
};

const postHelp: readonly string[] = [
  'Who takes the toll here, beside what each held at the start; breaches, wars and clashes part the two.',
  'Rivals are crossings of the same corridor and posts on the same road. In the charts * is this one.',
];
