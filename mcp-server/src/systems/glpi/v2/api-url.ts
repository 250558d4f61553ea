import { ConfigError } from '@hub/kernel'

/** Where the High-Level API is: `root` is the address of api.php, `version` the path under it. */
export interface ApiAddress {
  root: string
  version: string
}

/**
 * Address of the High-Level API from the one of GLPI (`https://glpi.example`), of `api.php` or of `api.php/v2`;
 * a minor that is named (`/v2.1`) stays.
 * @throws ConfigError for the address of the legacy API
 */
export function apiAddress(url: string): ApiAddress {
  const plain = url.replace(/\/+$/, '')
  if (/\/(?:apirest\.php|api\.php\/v1(?:\.\d+)*)$/.test(plain)) {
    throw new ConfigError(
      'configuration: GLPI_URL is the address of the legacy API; with GLPI_API=v2 give the one of GLPI or of api.php/v2',
    )
  }
  const match = /^(.*\/api\.php)(\/v2(?:\.\d+){0,2})?$/.exec(plain)
  return { root: match?.[1] ?? `${plain}/api.php`, version: match?.[2] ?? '/v2' }
}
