import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded by a test: names every module that the program loads, one a line, on file descriptor 2. */
registerHooks({
  load(url, context, next) {
    writeSync(2, `loaded ${url}\n`);
    return next(url, context);
  },
});
