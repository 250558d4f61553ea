/** The parts of a path, decoded; a part with a broken escape stays as it is. */
export const pathSegments = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch (error) {
        if (error instanceof URIError) return part
        throw error
      }
    })
