import { channels } from './channels.ts';
import type { Choice } from './choice.ts';
import type { Terms } from './market.ts';
import type { Network } from './network.ts';

const width = channels.length;

/** What moves habit in a month: the best choice, and how far houses go toward it. */
export interface HabitSetting {
  readonly network: Network;
  readonly terms: Pick<Terms, 'open'>;
  readonly choice: Choice;
  /** aq, 0 to 1, both included; at 1 habit is the best choice itself. */
  readonly speed: number;
}

/** P_t = (1 - a) P_{t-1} + a P* for one group, in place; what cannot pass a closed gate follows the best choice at once. */
export function moveHabit(setting: HabitSetting, habit: Float64Array, group: number): void {
  const { network, choice, terms, speed } = setting;
  const { crossings, destinations } = network;
  const gates = Math.floor(group / destinations) * crossings * width;
  const first = group * crossings * width;
  let stranded = 0;
  for (let at = 0; at < crossings * width; at++) {
    const before = habit[first + at];
    const c = Math.floor(at / width);
    if (terms.open[c] <= 0) stranded += before;
    const best = choice.routeShare[group * crossings + c] * choice.channelShare[gates + at];
    habit[first + at] = terms.open[c] <= 0 ? 0 : (1 - speed) * before + speed * best;
  }
  if (stranded <= 0) return;
  for (let at = 0; at < crossings * width; at++) {
    const c = Math.floor(at / width);
    const best = choice.routeShare[group * crossings + c] * choice.channelShare[gates + at];
    habit[first + at] += (1 - speed) * stranded * best;
  }
}
