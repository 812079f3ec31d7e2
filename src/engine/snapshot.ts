/**
 * A copy of a state that shares nothing with it: later months of the one leave the other as it was.
 * State must be plain: objects, arrays, maps, sets, numbers, texts, typed arrays. Two names for one array stay one array.
 * Throws on a function; an object with methods of a class would come back without them. Streams of chance are no state:
 * they are opened anew each month, so a world taken up again draws what it would have drawn.
 */
export function takeSnapshot<State>(state: State): State {
  return structuredClone(state);
}

/** A state to go on from. The snapshot stays as it is and can be restored again. */
export function restoreSnapshot<State>(snapshot: State): State {
  return structuredClone(snapshot);
}
