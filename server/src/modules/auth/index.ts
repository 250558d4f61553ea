export { authRoutes } from './auth.routes.ts'
export { requireUser, sessionOf, signedIn, tokenOf } from './authenticate.ts'
export { userActor } from './login.ts'
export { createPasswordHasher, type PasswordHasher } from './password-hasher.ts'
