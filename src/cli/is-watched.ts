/** A terminal that can show a screen, and nobody who asked for text; elsewhere the dashboard is not even loaded. */
export async function isWatched({
  json,
  plain,
  screenReader,
}: {
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly screenReader?: boolean;
}): Promise<boolean> {
  if (json || plain || screenReader || !process.stdout.isTTY) return false;
  const { canShowScreen } = await import('../dashboard/theme.ts');
  return canShowScreen(process.stdout, process.stdin, process.env);
}
