export { type Directory, type DirectoryOptions, startDirectory } from './start-directory.ts'
