import { startMock } from './server.ts'

const mock = await startMock({ port: Number(process.env.HUB_MOCK_PORT ?? 3002) })
console.log(`Mock API of the Hub on ${mock.origin} (password of every account: ${mock.password})`)
