import type { Leaving } from './leaving.ts';

const signals = { SIGINT: 'interrupted', SIGTERM: 'terminated', SIGHUP: 'hung-up' } as const;

/**
 * Tells of whatever would end the process without giving the terminal back: signals, faults that nobody caught. Returns how to stop
 * listening. While it listens, none of them ends the process by itself.
 */
export function watchProcess(leave: (leaving: Leaving) => void): () => void {
  const onFault = (error: unknown): void => leave({ reason: 'failed', error });
  const onSignal = (signal: NodeJS.Signals): void =>
    leave({ reason: signals[signal as keyof typeof signals] });
  const names = Object.keys(signals) as (keyof typeof signals)[];
  for (const name of names) process.on(name, onSignal);
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  return () => {
    for (const name of names) process.off(name, onSignal);
    process.off('uncaughtException', onFault);
    process.off('unhandledRejection', onFault);
  };
}
