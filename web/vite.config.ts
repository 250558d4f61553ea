import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const apiServer = process.env.HUB_API ?? 'http://127.0.0.1:3002'
const proxy = { '/api': { target: apiServer, ws: true } }

// The production page runs under `script-src 'self'; style-src 'self'`: nothing inline, no data: assets.
export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The contracts are declarations: what a page does not use leaves its bundle.
      treeshake: { moduleSideEffects: [{ test: /packages\/contracts\//, sideEffects: false }] },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy },
  preview: { host: '127.0.0.1', port: 4173, proxy },
})
