import { relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { formatMonth } from '../engine/calendar.ts';
import type { ScenarioCard } from './card.ts';
import { findScenario, type Shelves } from './find-scenario.ts';
import type { LoadedScenario } from './load.ts';
import { shockWhy } from './read-shocks.ts';
import type { WrittenChange, WrittenScenario, WrittenSetting } from './schema.ts';
import type { Shock } from './shock.ts';

/** What became of a scenario, and where it is written down. */
export interface Played {
  /** The scenario as loaded, its span included. */
  readonly loaded: LoadedScenario;
  /** The one it is compared with; the scenario itself where there is none. */
  readonly comparedWith: Pick<ScenarioCard, 'id' | 'file'>;
  /** Settings that the caller laid over the file. */
  readonly set: Readonly<Record<string, string>>;
  readonly shocks: readonly Shock[];
  /** Folder that the file is written into; names and paths in it work from there. */
  readonly folder: string;
}

/** The text of a scenario file that gives the same parameters in every month as a scenario with settings and shocks laid over it. */
export function scenarioText(played: Played, shelves: Shelves): string {
  const { loaded, comparedWith, set, shocks, folder } = played;
  const { scenario, experiment } = loaded;
  const written: WrittenScenario = {
    title: `${scenario.title.replace(/, with shocks$/, '')}, with shocks`,
    ...(scenario.question === '' ? {} : { question: scenario.question }),
    why: whyOf(scenario, set, shocks),
    extends: wordFor(scenario, folder, shelves),
    compare_with: wordFor(comparedWith, folder, shelves),
    start: formatMonth(experiment.timeline.firstMonth),
    months: experiment.timeline.months,
    set: numbersPlain(set),
    changes: shocks.map(changeOf),
  };
  return stringify(written, { lineWidth: 0 });
}

/** A shipped scenario's name where it means the same from the folder, else the path from there. */
function wordFor({ id, file }: Pick<ScenarioCard, 'id' | 'file'>, folder: string, shelves: Shelves): string {
  const found = findScenario(id, folder, shelves);
  if (found !== undefined && resolve(found) === resolve(file)) return id;
  return relative(folder, resolve(file)).replaceAll('\\', '/');
}

function whyOf({ title }: ScenarioCard, set: Played['set'], shocks: readonly Shock[]): string {
  const settings = Object.entries(set).map(([name, formula]) => `${name} = ${formula} from the first month`);
  const thrown = shocks.map(({ at, label }) => `${label} (${formatMonth(at)})`);
  return `"${title}" as it was played on the screen, with: ${[...settings, ...thrown].join('; ') || 'nothing changed'}.`;
}

function changeOf({ at, until, label, set }: Shock): WrittenChange {
  return {
    at: formatMonth(at),
    ...(until === undefined ? {} : { until: formatMonth(until) }),
    ...{ label, why: shockWhy, source: 'assumption' },
    set: numbersPlain(set),
  };
}

function numbersPlain(set: Readonly<Record<string, string>>): WrittenSetting {
  const plain = (text: string): string | number => (String(Number(text)) === text ? Number(text) : text);
  return Object.fromEntries(Object.entries(set).map(([name, text]) => [name, plain(text)]));
}
