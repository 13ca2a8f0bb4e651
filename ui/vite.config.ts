// Builds the window's pages into ui/dist, and runs their tests. Nothing is inlined: the app's
// Content-Security-Policy allows files of its own only.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  build: {
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The main window's page and the capture window's.
    rollupOptions: { input: ['index.html', 'capture.html'] },
  },
  resolve: mode === 'test' ? { conditions: ['browser'] } : undefined,
  server: { strictPort: true, port: 1420 },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    reporters: ['default', './tests/count-reporter.ts'],
  },
}));
