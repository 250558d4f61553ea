import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Calls the engine as from outside any run: inside one it takes each call for a step of that run and records it.
 * Captured when this file is loaded, which no run does.
 */
export const outside: <T>(call: () => T) => T = AsyncLocalStorage.snapshot()
