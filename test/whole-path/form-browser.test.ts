import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { localInChromium } from '../support/local-in-chromium.ts'
import { realEngine } from './real-knowledge.ts'

describe.skipIf(!chromiumPath)('the facts form in Chromium', () => {
  const { local, open } = localInChromium(realEngine)

  /** The seeded thread, asked: drawn to the card that answers, as all tests ask in the same thread. */
  async function asked(viewport: { width: number; height: number }): Promise<Page> {
    const page = await open(viewport)
    const { workspace } = local()
    const { channel, thread } = workspace.opening
    const cards = () =>
      workspace.messages(channel, { thread }).filter(({ user }) => user === workspace.botUser)
    const before = cards().length
    await page.fill('#reply-text', '@stack what should we pick?')
    await page.keyboard.press('Enter')
    const { ts } = await workspace.waitFor(() => cards()[before])
    await page.locator(`#thread-log .message[data-ts="${ts}"]:last-child [data-press="form"]`).waitFor()
    return page
  }

  it('corrects the seeded discussion in three presses, and the card follows', async () => {
    const page = await asked({ width: 1280, height: 800 })
    const card = page.locator('#thread-log .message:last-child')
    await expect.poll(() => card.textContent()).toContain('Node.js: better fit for live updates')
    await card.getByRole('button', { name: 'Correct facts' }).click()
    await page.selectOption('#modal select[name="fact/real-time/fact"]', 'no')
    await page.locator('#modal', { hasText: 'Live updates · changed from Yes' }).waitFor()
    await expect
      .poll(() => page.locator('#modal .section').first().textContent())
      .toContain('Python: better fit')
    await page.getByRole('button', { name: 'Update card' }).click()
    await card.locator('text=Maya Chen changed: Live updates to no').waitFor()
    await expect.poll(() => card.textContent()).toContain('Python: better fit')
    await expect.poll(() => page.isVisible('#modal')).toBe(false)
    await page.close()
  })

  it('stays where it was read, with the keyboard on it, whatever a change draws anew', async () => {
    const page = await asked({ width: 1280, height: 800 })
    const focused = () => page.evaluate<string>('document.activeElement.dataset.key ?? ""')
    const top = () => page.evaluate<number>(`document.querySelector('.modal-body').scrollTop`)
    await page.locator('#thread-log [data-press="form"]').last().click()
    const last = page.locator('#modal select >> nth=7')
    const name = await last.getAttribute('name')
    await last.focus()
    await page.evaluate(`document.querySelector('.modal-body').scrollTop = 150`)
    await last.selectOption('no')
    await page.locator('#modal', { hasText: 'changed from' }).waitFor()
    await expect.poll(async () => [await top(), await focused()]).toEqual([150, name])

    await page.locator('#modal [data-press="more-facts"]').press('Enter')
    const next = page.locator('#modal select >> nth=8')
    await next.waitFor()
    await expect.poll(() => focused()).toBe(await next.getAttribute('name'))
    await expect.poll(() => top()).toBeGreaterThanOrEqual(150)

    const before = await top()
    await page.locator('#modal [data-press="why"]').press('Enter')
    await page.locator('#modal h2', { hasText: 'Why?' }).waitFor()
    await page.locator('#modal h2 + [data-close]').press('Enter')
    await page.locator('#modal h2', { hasText: 'Correct facts' }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.dataset.press')).toBe('why')
    await expect.poll(() => top()).toBeGreaterThanOrEqual(before)
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
    await expect.poll(() => page.evaluate('document.activeElement.dataset.press')).toBe('form')
    await page.close()
  })

  it('gives the keyboard back to what opened it, be it a menu or a card that was drawn anew', async () => {
    const page = await asked({ width: 1280, height: 800 })
    const card = page.locator('#thread-log .message:last-child')
    await card.locator('.actions .menu summary').click()
    await card.getByText('Sources', { exact: true }).click()
    await page.locator('#modal[open] h2', { hasText: 'Sources' }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
    await expect
      .poll(() => page.evaluate('document.activeElement.matches(".actions .menu summary")'))
      .toBe(true)

    await card.getByRole('button', { name: 'Correct facts' }).click()
    await page.selectOption('#modal select[name="fact/ai-feature/fact"]', 'yes')
    await page.locator('#modal', { hasText: 'changed from' }).waitFor()
    await page.getByRole('button', { name: 'Update card' }).click()
    await card.locator('text=Maya Chen changed:').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.dataset.press')).toBe('form')
    await page.close()
  })

  it('keeps what was chosen when the rest of the facts is shown, and fits a phone', async () => {
    const page = await asked({ width: 390, height: 844 })
    await page.locator('#thread-log [data-press="form"]').last().click()
    await page.selectOption('#modal select[name="fact/team/fact"]', '/node')
    await page.locator('#modal', { hasText: 'know best? · changed from Python' }).waitFor()
    await expect.poll(() => page.locator('#modal select').count()).toBe(8)
    await page.locator('#modal [data-press="more-facts"]').click()
    await page.locator('#modal select >> nth=8').waitFor()
    await expect.poll(() => page.inputValue('#modal select[name="fact/team/fact"]')).toBe('/node')
    await expect
      .poll(() => page.locator('#modal').textContent())
      .toContain('know best? · changed from Python')
    const wide = `(() => { const body = document.querySelector('.modal-body'); return body.scrollWidth - body.clientWidth })()`
    await expect.poll(() => page.evaluate(wide)).toBe(0)
    await page.close()
  })
})
