import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { seedThreads } from '../../src/workspace/seed-threads.ts'
import { chromiumPath } from '../support/chromium.ts'
import { localInChromium } from '../support/local-in-chromium.ts'
import { realEngine } from './real-knowledge.ts'

describe.skipIf(!chromiumPath)('the seeded discussions in Chromium', () => {
  const { local, open } = localInChromium(realEngine)

  const firstWords = (shows: string) =>
    seedThreads.find((each) => each.shows === shows)?.messages[0]?.text ?? ''

  /** The channel's list of threads, on the page as it opens. */
  async function listed(viewport: { width: number; height: number }): Promise<Page> {
    const page = await open(viewport)
    if (viewport.width < 600) await page.click('aside .back')
    return page
  }

  it.each([
    {
      shows: 'contradiction',
      first: 'It hangs on one point you disagree on: live updates.',
      change: ['real-time', 'yes', 'Node.js: better fit for live updates'],
      viewport: { width: 1280, height: 800 },
    },
    {
      shows: 'two parts',
      first: 'Both: Node.js for the live part, Python for the model side.',
      change: ['ai-core', 'no', 'Node.js: better fit for live updates'],
      viewport: { width: 390, height: 844 },
    },
  ])('show a card on Enter that three presses correct, $viewport.width px wide: $shows', async (seed) => {
    const { shows, first, change, viewport } = seed
    const [fact = '', value = '', corrected = ''] = change
    const page = await listed(viewport)
    await page
      .locator('#log .message', { hasText: firstWords(shows) })
      .locator('[data-ask]')
      .click()
    await page.keyboard.press('Enter')
    const card = page.locator('#thread-log .message:last-child')
    await card.locator(`text=${first}`).waitFor()

    await card.getByRole('button', { name: 'Correct facts' }).click()
    await page.selectOption(`#modal select[name="fact/${fact}/fact"]`, value)
    await page.locator('#modal', { hasText: 'changed from' }).waitFor()
    await page.getByRole('button', { name: 'Update card' }).click()

    await card.locator('text=Maya Chen changed:').waitFor()
    await expect.poll(() => card.textContent()).toContain(corrected)
    await expect
      .poll(() =>
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      )
      .toBe(0)
    await page.close()
  })

  it('stand in the channel as six threads, the newest open and the question typed', async () => {
    const page = await listed({ width: 1280, height: 800 })
    await expect.poll(() => page.locator('#log [data-ask]').count()).toBe(6)
    await expect
      .poll(() => page.textContent('#thread-log .message:first-child'))
      .toContain(firstWords('withdrawn need'))
    await expect.poll(() => page.inputValue('#reply-text')).toBe(local().workspace.opening.draft)
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('reply-text')
    await page.close()
  })
})
