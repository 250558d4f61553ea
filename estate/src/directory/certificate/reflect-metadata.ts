/*
 * The certificate library's container asks for the Reflect metadata functions when it loads. Nothing here is
 * decorated, so empty answers are the right ones; a real implementation that is already there stays.
 */
const metadata = {
  getMetadata: () => undefined,
  getOwnMetadata: () => undefined,
  defineMetadata: () => undefined,
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, metadata)
