import { existsSync, mkdirSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../study/durable.ts';
import { type Diagnosis, well } from './diagnosis.ts';

/** Where studies go. */
const folder = 'output';
/** A small study with its tables, and room for a temporary file beside each. */
const leastBytes = 200e6;

/** Looks whether a study could be kept in `output/`: a file is written, forced to the disk, renamed, and removed again. */
export function diagnoseWriting(): Diagnosis {
  const name = 'writing';
  const wasThere = existsSync(folder);
  const file = join(folder, `doctor-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeDurably(file, 'to be removed\n');
    rmSync(file);
    if (!wasThere) rmdirSync(folder);
    return well(name, `${folder}/ takes files and keeps them`);
  } catch (error) {
    const { message } = error as Error;
    return {
      name,
      state: 'output',
      found: `${folder}/ takes no files: ${message}. Work in another folder, or name one with --out.`,
    };
  }
}

/** Looks at the room left on the disk of this folder. */
export function diagnoseRoom(): Diagnosis {
  const { bavail, bsize } = statfsSync('.');
  const free = bavail * bsize;
  const words = `${(free / 1e9).toFixed(1)} GB free`;
  if (free >= leastBytes) return well('disk', words);
  return {
    name: 'disk',
    state: 'output',
    found: `${words}: too little for a study. Make room, or name another disk with --out.`,
  };
}
