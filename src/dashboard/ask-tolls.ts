import { InvalidInput } from '../engine/problem.ts';
import type { Tolls } from '../model/toll-curve.ts';
import type { Shock } from '../scenario/shock.ts';
import type { Laboratory } from './laboratory.ts';
import type { Snapshot } from './snapshot.ts';

/** Asks what other tolls would bring while one post is shown and months do not pass. */
export interface TollAsking {
  /** To be called whenever keys may have changed what is shown. */
  readonly follow: () => void;
  readonly close: () => void;
}

/** Where the asking looks and what it tells; `onTolls` is told undefined while an answer is awaited. */
export interface TollEvents {
  readonly now: () => Snapshot;
  readonly onTolls: (tolls: Tolls | undefined) => void;
  readonly onFault: (error: unknown) => void;
}

interface Question {
  readonly shocks: readonly Shock[];
  readonly month: number;
  readonly post: number;
}

/** Answers that are remembered; the oldest is forgotten first. */
const mostKnown = 64;
/** While months pass it is looked again whether they still do. */
const lookMs = 500;

/**
 * Asks one question at a time: what was asked for meanwhile and is wanted no more is never asked, and answers that come too late are kept
 * but not shown. Sets a timer only while a post is shown and months pass.
 */
export function startAskingTolls({ tolls }: Pick<Laboratory, 'tolls'>, events: TollEvents): TollAsking {
  const known = new Map<string, Tolls>();
  let wanted: Question | undefined;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (question: Question, answer: Tolls): void => {
    known.set(keyOf(question), answer);
    if (known.size > mostKnown) known.delete(known.keys().next().value ?? '');
  };
  const settle = (question: Question, answer: Tolls | undefined): void => {
    isBusy = false;
    if (answer !== undefined) keep(question, answer);
    const isWanted = keyOf(wanted) === keyOf(question);
    if (isWanted && answer !== undefined) events.onTolls(answer);
    if (!isWanted) ask();
  };
  const ask = (): void => {
    if (isBusy || wanted === undefined || known.has(keyOf(wanted))) return;
    const question = wanted;
    isBusy = true;
    tolls(question.shocks, question.month, question.post).then(
      (answer) => settle(question, answer),
      (error: unknown) => {
        // Shocks that make no scenario are refused where they are played.
        if (error instanceof InvalidInput) settle(question, undefined);
        else events.onFault(error);
      },
    );
  };
  const follow = (): void => {
    const snapshot = events.now();
    if (isPassing(snapshot)) timer ??= setTimeout(lookAgain, lookMs);
    const question = questionOf(snapshot);
    if (keyOf(question) === keyOf(wanted)) return;
    wanted = question;
    if (question !== undefined) events.onTolls(known.get(keyOf(question)));
    ask();
  };
  const lookAgain = (): void => {
    timer = undefined;
    follow();
  };
  return { follow, close: () => clearTimeout(timer) };
}

function isPassing({ record, state }: Snapshot): boolean {
  return record !== undefined && showsPost(state) && state.player.isPlaying;
}

function showsPost({ view, post }: Snapshot['state']): boolean {
  return view === 'crossings' && post !== undefined;
}

/** What is to be asked of what is shown, if anything. */
function questionOf({ record, state }: Snapshot): Question | undefined {
  const { post, player, thrown } = state;
  if (record === undefined || post === undefined || !showsPost(state) || player.isPlaying) return undefined;
  return { shocks: thrown.shocks, month: player.month, post };
}

function keyOf(question: Question | undefined): string {
  return question === undefined ? '' : JSON.stringify([question.post, question.month, question.shocks]);
}
