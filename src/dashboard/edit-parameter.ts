import type { ScreenState } from './screen-state.ts';
import { fire } from './shock-list.ts';

/** A parameter with its present value as text, or why it cannot be given another, in one sentence. */
export type Editable = { readonly name: string; readonly text: string } | { readonly refused: string };

/**
 * The state with an empty line opened for the parameter, its present value beside it; with the sentence where it cannot be changed. A line that
 * held the value would make 00.4 of what is typed after it.
 */
export function startEdit(state: ScreenState, editable: Editable): ScreenState {
  if ('refused' in editable) return { ...state, notice: editable.refused };
  return {
    ...state,
    typing: { what: 'value', text: '', list: 'parameters', parameter: editable },
    notice: '',
  };
}

/** The state with the parameter set to a number or formula from the run's first month on; as it was where the text is empty or what it was before. */
export function finishEdit(
  state: ScreenState,
  { name, text: before }: { name: string; text: string },
  text: string,
): ScreenState {
  const wanted = text.trim();
  if (wanted === '' || wanted === before) return state;
  const shock = {
    label: `${name} = ${wanted}`,
    at: state.player.firstMonth,
    until: undefined,
    set: { [name]: wanted },
  };
  return { ...state, thrown: fire(state.thrown, shock) };
}
