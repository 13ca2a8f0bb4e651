// Builds the pages with made-up memories into dist-look, beside and never inside what is shipped.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'tests/look',
  base: './',
  plugins: [svelte({ configFile: '../../svelte.config.js' })],
  build: {
    target: 'safari16',
    assetsInlineLimit: 0,
    outDir: '../../dist-look',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
});
