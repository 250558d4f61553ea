export {
  createObserviumClient,
  type ObserviumClient,
  type ObserviumSettings,
} from './client/create-client.ts'
