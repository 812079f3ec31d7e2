import { UsageError } from './usage-error.ts';

/** Reads the `name=formula` of repeated `--set`. Throws UsageError when one has no `=`, or a name comes twice. */
export function readSettings(given: readonly string[]): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const setting of given) {
    const at = setting.indexOf('=');
    const [name, formula] = [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
    if (at < 1 || formula === '')
      throw new UsageError(
        `--set "${setting}" is not name=formula, such as --set "patron.transfer=baseline * 0.4".`,
      );
    if (Object.hasOwn(settings, name))
      throw new UsageError(`--set gives "${name}" twice. Keep one of the two.`);
    settings[name] = formula;
  }
  return settings;
}
