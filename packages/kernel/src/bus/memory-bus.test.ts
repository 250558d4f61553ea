import { createLogger } from '../log/logger.ts'
import { describeBusContract } from './bus-contract.ts'
import { createMemoryBus } from './memory-bus.ts'

const log = createLogger({ name: 'test', level: 'silent' })
describeBusContract('memory', () => createMemoryBus(log), false)
