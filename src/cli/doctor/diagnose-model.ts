import { playOnThreads } from '../../study/player.ts';
import { type Diagnosis, well } from './diagnosis.ts';
import { digestOf, referenceExperiment, referenceScenarios, shippedDigests } from './reference-digests.ts';

const unlike =
  'Reinstall it; if that does not help, this machine computes otherwise, and its results are not those of others.';

/** Plays the reference runs and holds them against the digests that were shipped. */
export async function diagnoseDigests(): Promise<readonly Diagnosis[]> {
  const { digests } = shippedDigests();
  const found: Diagnosis[] = [];
  for (const scenario of referenceScenarios) {
    const name = `digest of ${scenario}`;
    const digest = digestOf(await referenceExperiment(scenario));
    const isAlike = digest === digests[scenario];
    const words = `${digest.slice(0, 12)}, ${isAlike ? 'as shipped' : `not ${digests[scenario]?.slice(0, 12)} as shipped. ${unlike}`}`;
    found.push({ name, state: isAlike ? 'ok' : 'fault', found: words });
  }
  return found;
}

/** Plays a reference run on a thread of its own. */
export async function diagnoseThreads(): Promise<Diagnosis> {
  const [scenario] = referenceScenarios;
  const name = 'threads';
  try {
    const experiment = await referenceExperiment(scenario);
    const player = await playOnThreads(2);
    const [outcome] = await player.play([{ experiment, studySeed: 1, replicate: 1 }]);
    await player.close();
    if (outcome.status === 'ok' && outcome.record.digest === shippedDigests().digests[scenario])
      return well(name, 'a thread starts, and computes as this one');
    return { name, state: 'fault', found: `a thread does not give what was shipped. ${unlike}` };
  } catch (error) {
    return { name, state: 'fault', found: `no thread starts: ${(error as Error).message}. Use --workers 1.` };
  }
}

/** A zone on the other side of the date line from most. */
const farZone = 'Pacific/Kiritimati';

/** Plays a reference run under another time zone: months are numbers, so it must make no difference. */
export async function diagnoseTimeZone(): Promise<Diagnosis> {
  const name = 'time zone';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const before = process.env.TZ;
  const experiment = await referenceExperiment(referenceScenarios[0]);
  process.env.TZ = farZone;
  const digest = digestOf(experiment);
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  if (digest === shippedDigests().digests[referenceScenarios[0]])
    return well(name, `${zone}, which plays no part`);
  return {
    name,
    state: 'fault',
    found: `results change with the time zone (${zone}, ${farZone}). ${unlike}`,
  };
}
