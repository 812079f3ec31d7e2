'use strict';

/* Apart from maabar.js because an old Node cannot even read `import()`. */
require('node:module').enableCompileCache();
import(require('node:url').pathToFileURL(require('node:path').join(__dirname, '..', 'dist', 'main.js')).href);
