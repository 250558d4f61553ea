import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startI18n } from './i18n/setup.ts'
import { watchTheme } from './stores/preferences.ts'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

watchTheme()
await startI18n()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
