import { say } from './streams.ts';

/** Sentences on stderr, which can be made to wait. */
export interface Sayings {
  readonly say: (sentence: string) => void;
  /** Sentences wait from now on: a screen is shown, and they would tear it. */
  readonly hold: () => void;
  /** Says what has waited, and whatever comes at once. */
  readonly release: () => void;
}

/** Says everything at once until it is held. */
export function holdSayings(): Sayings {
  let waiting: string[] | undefined;
  return {
    say: (sentence) => {
      if (waiting === undefined) say(sentence);
      else waiting.push(sentence);
    },
    hold: () => {
      waiting ??= [];
    },
    release: () => {
      for (const sentence of waiting ?? []) say(sentence);
      waiting = undefined;
    },
  };
}
