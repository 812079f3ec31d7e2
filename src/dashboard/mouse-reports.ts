/** Whether a terminal tells of clicks and of its wheel. */
export interface MouseReports {
  /** Turns them on or off, and says whether they are on now. */
  readonly toggle: () => boolean;
  /** Turns them off where they are on. */
  readonly close: () => void;
}

// Buttons and wheel, in the form that has no largest column (SGR).
const on = '\u001b[?1000h\u001b[?1006h';
const off = '\u001b[?1006l\u001b[?1000l';

/** Reports of a terminal, off unless `isWanted`; nothing is written to what is no terminal, nor by `close` where they are off. */
export function openMouseReports(stdout: NodeJS.WriteStream, isWanted: boolean): MouseReports {
  let isOn = false;
  const turn = (wanted: boolean): void => {
    if (wanted === isOn || stdout.isTTY !== true) return;
    isOn = wanted;
    stdout.write(wanted ? on : off);
  };
  turn(isWanted);
  return {
    toggle: () => {
      turn(!isOn);
      return isOn;
    },
    close: () => turn(false),
  };
}
