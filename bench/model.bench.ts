/**
 * Ratio: time over that of one run of the shipped world, all in this one process: of its founding, of the same with its flows kept, of a run of
 * the classroom toy.
 */
import { foundWorld } from '../src/model/found-world.ts';
import { playRun } from '../src/model/play.ts';
import { loadScenario } from '../src/scenario/load.ts';

const experimentOf = async (name: string) => (await loadScenario(name, { shippedDir: '.' })).experiment;

/** Median of `rounds` timings after as many to warm up, milliseconds. */
function median(rounds: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const start = performance.now();
    work(round);
    if (round >= rounds) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const iraq = await experimentOf('baseline');
const toy = await experimentOf('two-gates');
const rounds = 9;
const run = median(rounds, (round) => playRun(iraq, `run-${round}`, { keepFlows: false }));
const withFlows = median(rounds, (round) => playRun(iraq, `run-${round}`, { keepFlows: true }));
const founding = median(rounds, (round) => foundWorld(iraq, `run-${round}`));
const toyRun = median(rounds, (round) => playRun(toy, `run-${round}`, { keepFlows: false }));

console.log(`a run of the shipped world, ${iraq.timeline.months} months   1.00`);
console.log(`  of it founding (constants and prices fitted)  ${(founding / run).toFixed(2)}`);
console.log(`the same with its flows kept                    ${(withFlows / run).toFixed(2)}`);
console.log(`a run of the toy world, ${toy.timeline.months} months           ${(toyRun / run).toFixed(2)}`);
console.log(`here and now a run takes ${run.toFixed(0)} ms on one core; compare ratios, not times`);
