import { spawn } from 'node:child_process'
import { startEstate } from '@hub/estate'

const estate = await startEstate({})
const c = spawn('node', ['bench/knowledge.ts', '--sets', '/work/shared/data/rag', '--queries', '250'], {
  stdio: 'inherit',
  env: { ...process.env, EMBEDDINGS_PROVIDER: 'ollama', OLLAMA_BASE_URL: estate.ollama.url },
})
c.on('exit', async () => {
  await estate.close()
  process.exit(0)
})
