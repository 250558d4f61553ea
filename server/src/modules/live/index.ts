export { createLiveSockets } from './live-sockets.ts'
