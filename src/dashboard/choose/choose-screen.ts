import type { Problem } from '../../engine/problem.ts';
import type { Choice } from '../../figures/choices.ts';
import { fulfil } from '../fulfil.ts';
import type { Keeper } from '../keeper.ts';
import type { Stage, StagedScreen } from '../stage.ts';
import { createLiveChoices, type LiveChoices } from './live.ts';
import { openLookThrough } from './look-through.ts';
import { readAnew } from './read-anew.ts';
import { shownList } from './shown-list.ts';
import type { ChooseSnapshot } from './snapshot.ts';
import { refuse, startChoosing } from './state.ts';

/** What there is to choose from, and what choosing leads to. */
export interface ChooseOptions {
  /** All that there is; asked again whenever the list is come back to. */
  readonly findChoices: () => readonly Choice[];
  /** Seed of what will be watched. */
  readonly seed: number;
  /** Whether the user has not yet seen off the hint for a first visit. */
  readonly isHintWanted: boolean;
  readonly onHintDismissed: () => void;
  /** Writes what is shown to files; without it nothing is written. */
  readonly keeper?: Keeper;
  /** Loads one choice, or two scenarios to compare, the first as A. */
  readonly open: (chosen: readonly Choice[]) => Promise<Opened>;
  /** All problems of a scenario, found only by loading it; called for one's own scenarios, one after the other, while the list is shown. */
  readonly findProblems: (choice: Choice) => Promise<readonly Problem[]>;
}

/** The screen of what was chosen, or why there is none, a paragraph each. */
export type Opened = { readonly screen: StagedScreen } | { readonly refusal: readonly string[] };

/** The list of what can be watched. What is opened lies over it, and Esc there comes back to it, which then has what was saved meanwhile. */
export function chooseScreen(options: ChooseOptions): StagedScreen {
  return (surface, stage) => {
    const choices = options.findChoices();
    const live: LiveChoices = createLiveChoices(startSnapshot(options, choices), surface, {
      quit: () => stage.leave({ reason: 'quit' }),
      open: (chosen) => openChosen(chosen, options, live, { ...stage, open: openOver }),
      dismissHint: options.onHintDismissed,
      takeUp: (request, snapshot, theme) => {
        const tell = (notice: string): void => live.update({ state: { ...live.now().state, notice } });
        fulfil(request, shownList(snapshot), theme, surface, options.keeper).then(tell, surface.onFault);
      },
    });
    const lookThrough = openLookThrough(live, options.findProblems, surface.onFault);
    let isClosed = false;
    const onBack = (): void => {
      if (isClosed) return;
      const found = options.findChoices();
      live.update(readAnew(live.now(), found));
      lookThrough.begin(found);
    };
    const openOver = (screen: StagedScreen): void => {
      if (!isClosed) stage.open(closing(screen, onBack));
    };
    lookThrough.begin(choices);
    return {
      press: (keys) => {
        if (keys.some(({ action }) => action === 'interrupt')) stage.leave({ reason: 'interrupted' });
        else live.press(keys);
      },
      resize: live.resize,
      close: () => {
        isClosed = true;
        lookThrough.stop();
        live.close();
      },
    };
  };
}

function startSnapshot({ seed, isHintWanted }: ChooseOptions, choices: readonly Choice[]): ChooseSnapshot {
  return { choices, seed, status: '', state: startChoosing(isHintWanted) };
}

/** A screen that says when it was closed. */
function closing(screen: StagedScreen, onClosed: () => void): StagedScreen {
  return (surface, stage) => {
    const live = screen(surface, stage);
    return {
      ...live,
      close: () => {
        live.close();
        onClosed();
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
