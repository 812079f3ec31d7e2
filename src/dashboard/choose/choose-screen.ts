import type { Problem } from '../../engine/problem.ts';
import type { Choice } from '../../figures/choices.ts';
import type { Stage, StagedScreen } from '../stage.ts';
import { createLiveChoices, type LiveChoices } from './live.ts';
import { refuse, startChoosing } from './state.ts';

/** What there is to choose from, and what choosing leads to. */
export interface ChooseOptions {
  readonly choices: readonly Choice[];
  /** Seed of what will be watched. */
  readonly seed: number;
  /** Whether the user has not yet seen off the hint for a first visit. */
  readonly isHintWanted: boolean;
  readonly onHintDismissed: () => void;
  /** Loads one choice, or two scenarios to compare, the first as A. */
  readonly open: (chosen: readonly Choice[]) => Promise<Opened>;
  /** All problems of a scenario, found only by loading it; called for one's own scenarios, one after the other, while the list is shown. */
  readonly findProblems: (choice: Choice) => Promise<readonly Problem[]>;
}

/** The screen of what was chosen, or why there is none, a paragraph each. */
export type Opened = { readonly screen: StagedScreen } | { readonly refusal: readonly string[] };

/** The list of what can be watched. What is opened lies over it, and Esc there comes back to it. */
export function chooseScreen(options: ChooseOptions): StagedScreen {
  return (surface, stage) => {
    const { choices, seed, isHintWanted, onHintDismissed } = options;
    const start = { choices, seed, status: '', state: startChoosing(isHintWanted) };
    let isClosed = false;
    const openIfThere = (screen: StagedScreen): void => {
      if (!isClosed) stage.open(screen);
    };
    const live = createLiveChoices(start, surface, {
      quit: () => stage.leave({ reason: 'quit' }),
      open: (chosen) => openChosen(chosen, options, live, { ...stage, open: openIfThere }),
      dismissHint: onHintDismissed,
    });
    lookThrough(options, live, () => isClosed).catch(surface.onFault);
    return {
      press: (keys) => {
        if (keys.some(({ action }) => action === 'interrupt')) stage.leave({ reason: 'interrupted' });
        else live.press(keys);
      },
      resize: live.resize,
      close: () => {
        isClosed = true;
        live.close();
      },
    };
  };
}

/** While one thing is being opened, Enter opens no other. */
function openChosen(
  chosen: readonly Choice[],
  { open }: ChooseOptions,
  live: LiveChoices,
  stage: Stage,
): void {
  if (live.now().status !== '') return;
  live.update({ status: `Opening ${chosen.map(({ name }) => name).join(' and ')}` });
  const onFault = (error: unknown): void => stage.leave({ reason: 'failed', error });
  open(chosen).then((opened) => {
    live.update({ status: '' });
    if ('screen' in opened) stage.open(opened.screen);
    else live.update({ state: refuse(live.now().state, opened.refusal) });
  }, onFault);
}

/** Finds what only loading shows to be wrong with the user's own scenarios, and writes it on their rows. */
async function lookThrough(
  { choices, findProblems }: ChooseOptions,
  live: LiveChoices,
  isClosed: () => boolean,
): Promise<void> {
  for (const choice of choices) {
    if (isClosed()) return;
    if (choice.kind === 'folder' || choice.isShipped || choice.problems.length > 0) continue;
    const problems = await findProblems(choice);
    if (problems.length > 0) live.update({ choices: withProblems(live.now().choices, choice, problems) });
  }
}

function withProblems(
  choices: readonly Choice[],
  { path }: Choice,
  problems: readonly Problem[],
): readonly Choice[] {
  return choices.map((choice) => (choice.path === path ? { ...choice, problems } : choice));
}
