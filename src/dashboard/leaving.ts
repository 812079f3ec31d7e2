/** Why a dashboard ended. */
export type Leaving =
  | { readonly reason: 'quit' | 'interrupted' | 'terminated' | 'hung-up' }
  | { readonly reason: 'failed'; readonly error: unknown };

const exitCodes: Readonly<Record<Leaving['reason'], number>> = {
  quit: 0,
  failed: 1,
  'hung-up': 129,
  interrupted: 130,
  terminated: 143,
};

/** What the process should end with: 0 after q, 130 after Ctrl-C, 143 and 129 after SIGTERM and SIGHUP, 1 after a fault. */
export function exitCodeOf(leaving: Leaving): number {
  return exitCodes[leaving.reason];
}
