/** What the self-test found of one thing. */
export interface Diagnosis {
  /** What was looked at. */
  readonly name: string;
  /** `output`: tables could not be written; `fault`: this installation cannot be relied on. */
  readonly state: 'ok' | 'output' | 'fault';
  /** What was found, and how to mend it where it is not well. */
  readonly found: string;
}

/** A thing that is as it should be. */
export function well(name: string, found: string): Diagnosis {
  return { name, state: 'ok', found };
}
