/** Months a second; `max` is as fast as the screen is redrawn, four months each time. */
export const speeds = [1, 2, 4, 8, 'max'] as const;
/** One of `speeds`. */
export type Speed = (typeof speeds)[number];

/** Months a second of `max`. */
const fastest = 32;

/** Where the picture stands in a run that is already known. */
export interface Player {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly month: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** Part of the next month that has passed, 0 to below 1. */
  readonly passed: number;
}

/** What can happen to a player: keys, and time that passes (in seconds). */
export type PlayerAction =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step'; readonly months: number }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'faster' }
  | { readonly kind: 'slower' }
  | { readonly kind: 'pass'; readonly seconds: number };

/** A player at the first month, playing four months a second. */
export function startPlayer(firstMonth: number, months: number): Player {
  return {
    firstMonth,
    lastMonth: firstMonth + months - 1,
    month: firstMonth,
    isPlaying: months > 1,
    speed: 4,
    passed: 0,
  };
}

/** The player after an action. Stepping by hand pauses; playing stops at the last month, and starts over from there. */
export function play(player: Player, action: PlayerAction): Player {
  switch (action.kind) {
    case 'toggle':
      return toggle(player);
    case 'step':
      return goTo(player, player.month + action.months);
    case 'first':
      return goTo(player, player.firstMonth);
    case 'last':
      return goTo(player, player.lastMonth);
    case 'faster':
      return { ...player, speed: speedBeside(player.speed, 1) };
    case 'slower':
      return { ...player, speed: speedBeside(player.speed, -1) };
    case 'pass':
      return pass(player, action.seconds);
  }
}

/** `PAUSED`, `END`, or the speed in months a second. */
export function playWords(player: Player, playGlyph: string): string {
  if (player.isPlaying)
    return `${playGlyph} ${player.speed === 'max' ? 'max speed' : `${player.speed} mo/s`}`;
  return player.month === player.lastMonth ? 'END' : 'PAUSED';
}

function toggle(player: Player): Player {
  const isOver = !player.isPlaying && player.month === player.lastMonth;
  return {
    ...player,
    isPlaying: !player.isPlaying,
    month: isOver ? player.firstMonth : player.month,
    passed: 0,
  };
}

function goTo(player: Player, month: number): Player {
  const inside = Math.min(player.lastMonth, Math.max(player.firstMonth, Math.round(month)));
  return { ...player, month: inside, isPlaying: false, passed: 0 };
}

function speedBeside(speed: Speed, by: number): Speed {
  const at = speeds.indexOf(speed) + by;
  return speeds[Math.min(speeds.length - 1, Math.max(0, at))];
}

function pass(player: Player, seconds: number): Player {
  if (!player.isPlaying) return player;
  const passed = player.passed + seconds * (player.speed === 'max' ? fastest : player.speed);
  const whole = Math.floor(passed + 1e-9);
  const month = Math.min(player.lastMonth, player.month + whole);
  return { ...player, month, passed: Math.max(0, passed - whole), isPlaying: month < player.lastMonth };
}
