/** A command line that cannot be read: exit 2, one or two sentences, no stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
