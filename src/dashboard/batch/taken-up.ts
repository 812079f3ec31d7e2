import { fulfil } from '../fulfil.ts';
import type { Keeper } from '../keeper.ts';
import type { Surface } from '../live-screen.ts';
import type { TakeUpBatch } from './live.ts';
import { shownBatch } from './shown-batch.ts';

/** How what keys ask for of the screen of a study is taken up: `tell` hears what came of it. */
export function takenUp(
  surface: Surface,
  keeper: Keeper | undefined,
  tell: (notice: string) => void,
  onFault: (error: unknown) => void,
): TakeUpBatch {
  return (request, snapshot, theme) => {
    fulfil(request, shownBatch(snapshot), theme, surface, keeper).then(tell, onFault);
  };
}
