export { refuseDemoUsers, seedDemoUsers } from './seed-demo-users.store.ts'
