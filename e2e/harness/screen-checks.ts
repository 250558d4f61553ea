import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export interface Screen {
  name: string
  path: string
  /** What is on it in either language once it is drawn. */
  shows: string | RegExp
}

/** Opens a screen and waits until its data is on it. */
export async function openScreen(page: Page, { path, shows }: Screen): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByText(shows).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Opens a screen: it has a title, fits the window and is accessible. */
export async function expectSound(page: Page, screen: Screen): Promise<void> {
  await openScreen(page, screen)
  await expect(page).toHaveTitle(/\S · Hub$/)
  await expectNoSidewaysScroll(page, screen)
  await expectAccessible(page, screen)
}

/** Neither the page nor a pane of it can be moved sideways. */
export async function expectNoSidewaysScroll(page: Page, { name }: Pick<Screen, 'name'>): Promise<void> {
  const tooWide = await page.locator('html, body *').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { documentElement, defaultView } = element.ownerDocument
        const { overflowX } = defaultView.getComputedStyle(element)
        const canScroll = element === documentElement || /auto|scroll/.test(overflowX)
        return canScroll && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 60)}`),
  )
  expect(tooWide, `${name} scrolls sideways`).toEqual([])
}

/** No violation of WCAG 2.2 A and AA, nor of axe's own good practices. */
export async function expectAccessible(page: Page, { name }: Pick<Screen, 'name'>): Promise<void> {
  await untilStill(page)
  // Pages of the Hub have no frames: the simple mode does, and opens no second page for each look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }))
  expect(found, `${name} has axe violations`).toEqual([])
}

/** Waits for what fades in or slides: in the middle of it colours are not what they will be. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished))`)
}

/** Nothing on the page moves or fades for longer than an instant. */
export async function expectStill(page: Page, { name }: Screen): Promise<void> {
  const moving = await page.locator('body *').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const style = element.ownerDocument.defaultView.getComputedStyle(element)
      const seconds = [
        style.transitionDuration,
        style.animationName === 'none' ? '0s' : style.animationDuration,
      ]
        .join(',')
        .split(',')
        .map(Number.parseFloat)
      return Math.max(...seconds) > 0.001 ? [`${element.tagName} ${element.className}`] : []
    }),
  )
  expect(moving, `${name} moves`).toEqual([])
}
