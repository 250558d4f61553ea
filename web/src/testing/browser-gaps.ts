/** What jsdom lacks and the screens use. The page counts as wide; nothing is on the screen until `showEverything`. */
type Callback = (entries: IntersectionObserverEntry[], observer: IntersectionObserver) => void

const observers = new Set<FakeIntersectionObserver>()

class FakeIntersectionObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = [0]
  readonly #callback: Callback
  readonly #targets = new Set<Element>()

  constructor(callback: Callback) {
    this.#callback = callback
    observers.add(this)
  }
  observe(target: Element) {
    this.#targets.add(target)
  }
  unobserve(target: Element) {
    this.#targets.delete(target)
  }
  disconnect() {
    observers.delete(this)
  }
  takeRecords() {
    return []
  }
  show() {
    const entries = [...this.#targets].map((target) => ({ target, isIntersecting: true }))
    this.#callback(entries as IntersectionObserverEntry[], this)
  }
}

class FakeResizeObserver implements ResizeObserver {
  observe() {
    return undefined
  }
  unobserve() {
    return undefined
  }
  disconnect() {
    return undefined
  }
}

/** Scrolls, as far as an observer can tell, the whole page past the eyes of the reader. */
export function showEverything(): void {
  for (const observer of [...observers]) observer.show()
}

/** Installs the gaps in the jsdom window. */
export function fillBrowserGaps(): void {
  Object.assign(globalThis, {
    IntersectionObserver: FakeIntersectionObserver,
    ResizeObserver: FakeResizeObserver,
  })
  Object.assign(window, {
    matchMedia: (media: string) => ({
      media,
      matches: media.includes('min-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  })
  Element.prototype.scrollIntoView = () => undefined
  Element.prototype.scrollTo = () => undefined
  // Without a layout nothing has a size, and a windowed list would show no row.
  for (const size of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth'])
    Object.defineProperty(HTMLElement.prototype, size, { configurable: true, get: () => 900 })
}
