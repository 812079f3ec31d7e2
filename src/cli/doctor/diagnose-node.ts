import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { type Diagnosis, well } from './diagnosis.ts';

/** Whether a version of Node is one that package.json asks for, `>=22.12`. */
export function isSupported(version: string, asked: string): boolean {
  const [needed, given] = [asked, version].map((text) => (text.match(/\d+/g) ?? []).map(Number));
  for (let part = 0; part < needed.length; part++)
    if ((given[part] ?? 0) !== needed[part]) return (given[part] ?? 0) > needed[part];
  return true;
}

/** Looks at the Node that runs this. */
export function diagnoseNode(version = process.versions.node): Diagnosis {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  if (isSupported(version, engines.node)) return well('Node', `${version}, of ${engines.node}`);
  return {
    name: 'Node',
    state: 'fault',
    found: `${version} is too old: ${engines.node} is needed. Install a newer one.`,
  };
}
