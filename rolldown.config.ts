import { defineConfig } from 'rolldown';

/** One bundle: `maabar` starts as fast as a bare Node and loads ink or mathjs only when a verb asks for them. */
export default defineConfig({
  input: {
    main: 'src/cli/main.ts',
    worker: 'src/study/worker.ts',
    'play-worker': 'src/study/play-worker.ts',
    'screen-worker': 'src/study/screen-worker.ts',
    'parquet-twin': 'src/export/parquet-twin.ts',
    index: 'src/index.ts',
  },
  platform: 'node',
  external: ['react-devtools-core', 'tinypool'],
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    minify: 'dce-only',
  },
  experimental: { attachDebugInfo: 'none' },
});
