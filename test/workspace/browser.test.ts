import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, chromiumPlaces, launchChromium } from '../support/chromium.ts'
import { card, form, type Running, startBoth } from './fake-app.ts'

if (!chromiumPath) console.warn(`Browser tests are skipped: no Chromium at ${chromiumPlaces.join(', ')}.`)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

describe.skipIf(!chromiumPath)('the page in Chromium', () => {
  let browser: Browser
  let running: Running
  const pages: Page[] = []
  const errors: string[] = []
  beforeAll(async () => {
    const more = Array.from({ length: 8 }, (_, i) => `/weigh is tea warmer than coffee in winter ${i}?`)
    const suggestions = ['/weigh tea-vs-coffee', '@Weigher is tea cheaper?', ...more]
    running = await startBoth('http', { suggestions })
    browser = await launchChromium()
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
    expect(errors.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await running.stop()
  })

  async function open(viewport: typeof desktop, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport, colorScheme })
    pages.push(page)
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(running.workspace.url)
    await page.waitForSelector('#thread-log .message')
    return page
  }
  /** Asks in the channel, as whoever the page acts for: the private card that answers. */
  async function answered(page: Page): Promise<Locator> {
    const { workspace } = running
    const cards = () => workspace.messages(workspace.opening.channel).filter(({ to }) => to !== undefined)
    const before = cards().length
    await page.fill('#composer-text', '/weigh tea-vs-coffee')
    await page.keyboard.press('Enter')
    const { ts } = await workspace.waitFor(() => cards()[before])
    const line = page.locator(`#log [data-ts="${ts}"]`)
    await line.locator('.table').waitFor()
    return line
  }
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const found = await page.evaluate(
      `axe.run(document, ${JSON.stringify({ runOnly: wcag })}).then((all) => all.violations.flatMap((each) => each.nodes.map((node) => each.id + ' ' + node.html.slice(0, 120))))`,
    )
    return Array.isArray(found) ? found.map(String) : ['axe gave no result']
  }
  const overflow = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

  it('gives a verdict on one Enter', async () => {
    const page = await open(desktop)
    await expect.poll(() => page.inputValue('#reply-text')).toBe('@Weigher what should we pick?')
    await page.keyboard.press('Enter')
    const verdict = page.locator('#thread-log .message:last-child', { hasText: 'Tea is the better fit.' })
    await verdict.waitFor()
    expect(await verdict.locator('th[scope="col"]').allTextContents()).toEqual([
      'Criterion',
      'Better',
      'Guides',
    ])
    // Not waitForFunction: the page's own policy forbids it to evaluate text.
    const below = `(() => { const list = document.querySelector('#thread-log'); return list.scrollHeight - list.scrollTop - list.clientHeight })()`
    await expect.poll(() => page.evaluate<number>(below)).toBeLessThan(2)
    // An answered question is typed no more.
    await page.reload()
    await page.locator('#thread-log .table').first().waitFor()
    await expect.poll(() => page.inputValue('#reply-text')).toBe('')
  })

  it.each([
    { name: 'desktop', viewport: desktop, scheme: 'light' as const },
    { name: 'phone', viewport: phone, scheme: 'light' as const },
    { name: 'desktop, dark,', viewport: desktop, scheme: 'dark' as const },
  ])('has no WCAG A or AA finding and no sideways scroll at $name width', async ({ viewport, scheme }) => {
    const small = viewport === phone
    const page = await open(viewport, scheme)
    const found: Record<string, unknown> = {}
    const check = async (name: string) => {
      const list = [...(await violations(page))]
      const wide = await overflow(page)
      if (list.length > 0 || wide !== 0) found[name] = { list, wide }
    }
    await page.fill('#reply-text', '@Weigher what should we pick?')
    await page.keyboard.press('Enter')
    await page.locator('#thread-log .table').last().waitFor()
    await check('thread')
    await page.locator('#thread-log [data-press="why"]').last().click()
    await page.waitForSelector('#modal[open] .input')
    await page.click('#modal .primary')
    await page.waitForSelector('#modal .error:not(:empty)')
    await check('modal')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
    await page.click(small ? 'aside .back' : '#thread-close')
    await page.fill('#composer-text', '/weigh tea-vs-coffee')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#log .private .table')
    await page.locator('#log .message-menu summary').first().click()
    await check('channel')
    await page.keyboard.press('Escape')
    if (small) await page.click('main .back')
    await check('list')
    await page.click('[data-open="app"]')
    await page.waitForSelector('#home .header')
    await check('home')
    await page.click('[data-tab="messages"]')
    await check('direct messages')
    if (small) await page.click('main .back')
    await page.click('#activity > summary')
    await page.locator('#activity li summary').first().click()
    await check('activity')
    await page.click('#paste-open')
    await check('paste')
    expect(found).toEqual({})
  })

  it('shows one pane at a time on a phone, with a way back', async () => {
    const page = await open(phone)
    const visible = async () => {
      const names = ['nav', 'main', 'aside']
      const shown = await Promise.all(names.map((each) => page.isVisible(each)))
      return names.filter((_, i) => shown[i])
    }
    await expect.poll(() => visible()).toEqual(['aside'])
    await page.click('aside .back')
    await expect.poll(() => visible()).toEqual(['main'])
    await page.click('main .back')
    await expect.poll(() => visible()).toEqual(['nav'])
    await page.click('.place-link >> nth=0')
    await expect.poll(() => visible()).toEqual(['main'])
  })

  it('goes back from a thread to the channel and to the list with the browser’s Back', async () => {
    const page = await open(phone)
    await page.click('aside .back')
    await page.click('main .back')
    await page.click('.place-link >> nth=0')
    await page.locator('#log .message', { hasText: 'Which cups' }).locator('[data-thread]').click()
    await page.locator('#thread-log', { hasText: 'Big ones.' }).waitFor()
    await page.goBack()
    await page.waitForSelector('#log', { state: 'visible' })
    await page.goBack()
    await page.waitForSelector('nav', { state: 'visible' })
    await page.goForward()
    await page.waitForSelector('#log', { state: 'visible' })
    // The button in the page is the same way back.
    await page.click('main .back')
    await page.waitForSelector('nav', { state: 'visible' })
    await page.goForward()
    await page.goForward()
    await page.locator('#thread-log', { hasText: 'Big ones.' }).waitFor()
  })

  it('goes back to the conversation before', async () => {
    const page = await open(desktop)
    await page.click('[data-open]:has-text("empty")')
    await page.click('[data-open]:has-text("quiet")')
    await page.goBack()
    await expect.poll(() => page.textContent('#title')).toBe('# empty')
    await page.goBack()
    await page.locator('#thread-log', { hasText: 'tea or coffee' }).waitFor()
  })

  it.each([desktop, phone])(
    'asks in another thread with the mention typed, $width px wide',
    async (viewport) => {
      const page = await open(viewport)
      await page.fill('#reply-text', '')
      await page.click(viewport === phone ? 'aside .back' : '#thread-close')
      await page.locator('#log .message', { hasText: 'Which cups' }).locator('[data-ask]').click()
      await page.locator('#thread-log', { hasText: 'Big ones.' }).waitFor()
      await expect.poll(() => page.inputValue('#reply-text')).toBe('@Weigher what should we pick?')
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('reply-text')
    },
  )

  it('keeps a draft for each conversation and thread, also when the page is loaded again', async () => {
    const page = await open(desktop)
    const composer = () => page.inputValue('#composer-text')
    await page.fill('#reply-text', 'in the newest thread')
    await page.fill('#composer-text', 'in the channel')
    await page.locator('#log .message', { hasText: 'Which cups' }).locator('[data-thread]').click()
    await expect.poll(() => page.inputValue('#reply-text')).toBe('')
    await page.fill('#reply-text', 'about cups')
    await page.locator('#log .message', { hasText: 'Which cups' }).locator('[data-ask]').click()
    await expect.poll(() => page.inputValue('#reply-text')).toBe('about cups')
    await page.click('[data-open]:has-text("quiet")')
    await expect.poll(() => composer()).toBe('')
    await page.fill('#composer-text', '/weigh')
    await page.click('[data-open]:has-text("design")')
    await expect.poll(() => composer()).toBe('in the channel')
    await page.reload()
    await page.waitForSelector('#thread-log .message')
    await expect.poll(() => composer()).toBe('in the channel')
    await expect.poll(() => page.inputValue('#reply-text')).toBe('in the newest thread')
    await page.click('#composer .primary')
    await page.locator('#log .message', { hasText: 'in the channel' }).waitFor()
    await page.click('[data-open]:has-text("quiet")')
    await expect.poll(() => page.isVisible('#composer .commands')).toBe(true)
    await page.click('[data-open]:has-text("design")')
    await expect.poll(() => composer()).toBe('')
  })

  it('gives back what could not be sent, with its draft', async () => {
    const page = await open(desktop)
    await page.route('**/act/post', (route) => route.abort())
    await page.fill('#composer-text', 'some long words')
    await page.keyboard.press('Enter')
    await page.locator('#toast', { hasText: 'The workspace has stopped.' }).waitFor()
    await expect.poll(() => page.inputValue('#composer-text')).toBe('some long words')
    await page.click('[data-open]:has-text("quiet")')
    await page.click('[data-open]:has-text("design")')
    await expect.poll(() => page.inputValue('#composer-text')).toBe('some long words')
  })

  it.each([desktop, phone])(
    'shows suggestions in one row, $width px wide, all within reach of the keyboard',
    async (viewport) => {
      const page = await open(viewport)
      if (viewport === phone) await page.click('aside .back')
      const height = (selector: string) =>
        page.evaluate<number>(`document.querySelector('${selector}').offsetHeight`)
      await expect.poll(() => height('#composer .chips')).toBeLessThan(60)
      await expect.poll(() => height('#log')).toBeGreaterThan(viewport.height * 0.65)
      const last = page.locator('#composer .chip').last()
      await page.focus('#composer-text')
      await page.keyboard.press('Shift+Tab')
      await expect.poll(() => last.evaluate((chip) => chip === chip.ownerDocument.activeElement)).toBe(true)
      const beyond = await last.evaluate(
        (chip) =>
          chip.getBoundingClientRect().right - (chip.closest('form')?.getBoundingClientRect().right ?? 0),
      )
      expect(beyond).toBeLessThanOrEqual(0)
    },
  )

  it('puts a suggestion in the place of another one, and of nothing that somebody wrote', async () => {
    const page = await open(desktop)
    const [first = page.locator('#composer .chip'), second = first] = await page
      .locator('#composer .chip')
      .all()
    await first.click()
    await second.click()
    await expect.poll(() => page.inputValue('#composer-text')).toBe('@Weigher is tea cheaper?')
    await page.fill('#composer-text', 'my own words')
    await first.click()
    await expect.poll(() => page.inputValue('#composer-text')).toBe('my own words')
    await expect.poll(() => page.textContent('#toast')).toContain('Send or clear it')
  })

  it('offers to ask where there is a discussion, not below a single message', async () => {
    const page = await open(desktop)
    const { channel } = running.workspace.opening
    const { ts } = await running.client.chat.postMessage({ channel, text: 'Nobody replied yet' })
    const single = page.locator(`#log [data-ts="${ts}"]`)
    await single.waitFor()
    await expect.poll(() => single.locator('[data-ask]').count()).toBe(0)
    await expect.poll(() => page.locator('#log [data-ask]').count()).toBeGreaterThan(1)
  })

  it('keeps scroll position and focus when messages come in', async () => {
    const page = await open(desktop)
    const { workspace } = running
    const { channel, thread } = workspace.opening
    for (let i = 0; i < 12; i += 1)
      await running.client.chat.postMessage({ channel, thread_ts: thread, text: `line ${i}` })
    await page.locator('#thread-log', { hasText: 'line 11' }).waitFor()
    await page.evaluate(`document.querySelector('#thread-log').scrollTop = 40`)
    await page.locator(`#log [data-thread="${thread}"]`).focus()
    await running.client.chat.postMessage({ channel, thread_ts: thread, text: 'one more' })
    await page.locator('#thread-log', { hasText: 'one more' }).waitFor()
    await expect.poll(() => page.evaluate(`document.querySelector('#thread-log').scrollTop`)).toBe(40)
    await expect.poll(() => page.evaluate('document.activeElement.dataset.thread')).toBe(thread)
  })

  it('presses nothing of a card that took the place of the pressed one on Enter pressed twice', async () => {
    const page = await open(desktop)
    const { client, workspace } = running
    const { channel } = workspace.opening
    const button = (action_id: string, text: string) => ({
      type: 'button' as const,
      action_id,
      text: { type: 'plain_text' as const, text },
    })
    const asking = (...elements: ReturnType<typeof button>[]) => ({
      text: 'One question',
      blocks: [{ type: 'actions' as const, elements }],
    })
    const { ts = '' } = await client.chat.postMessage({ channel, ...asking(button('pick', 'Yes')) })
    await page.locator(`#log [data-ts="${ts}"] [data-press="pick"]`).focus()
    await client.chat.update({ channel, ts, ...asking(button('other', 'Yes')) })
    await page.locator(`#log [data-ts="${ts}"] [data-press="other"]`).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.dataset.ts')).toBe(ts)
    await client.chat.delete({ channel, ts })
    await page.locator(`#log [data-ts="${ts}"]`).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('log')
  })

  it('presses nothing of a view that took the place of the sent one on Enter pressed twice', async () => {
    const page = await open(desktop)
    await page.locator('#thread-log .message-menu summary').first().click()
    await page.locator('#thread-log [data-shortcut="weigh"]').first().click()
    await page.fill('#modal[open] textarea', 'A shop')
    await page.locator('#modal .primary').press('Enter')
    await page.locator('#modal h2', { hasText: 'Done' }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('modal-body')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
  })

  it('runs a shortcut from the menu and submits its modal by keyboard', async () => {
    const page = await open(desktop)
    await page.locator('#thread-log .message-menu summary').first().press('Enter')
    await page.locator('#thread-log [data-shortcut="weigh"]').first().press('Enter')
    await page.waitForSelector('#modal[open] textarea')
    await page.fill('#modal textarea', 'A shop')
    await page.locator('#modal .primary').press('Enter')
    await page.locator('#modal h2', { hasText: 'Done' }).waitFor()
    await page.click('#modal [data-key="close"]')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
  })

  it('opens a modal on the page that asked for it, also after that was loaded again', async () => {
    const other = await open(desktop)
    const page = await open(desktop)
    await other.fill('#reply-text', 'in the middle of a word')
    await page.locator('#thread-log .message-menu summary').first().click()
    await page.locator('#thread-log [data-shortcut="weigh"]').first().click()
    await page.waitForSelector('#modal[open] textarea')
    const count = (of: Page) => of.textContent('#activity-count')
    await expect.poll(async () => (await count(other)) === (await count(page))).toBe(true)
    await page.reload()
    await page.waitForSelector('#modal[open] textarea')
    await expect.poll(() => other.isVisible('#modal')).toBe(false)
    await expect.poll(() => other.evaluate('document.activeElement.id')).toBe('reply-text')
    await other.keyboard.press('Enter')
    await page.fill('#modal textarea', 'A shop')
    await page.click('#modal .primary')
    await page.locator('#modal h2', { hasText: 'Done' }).waitFor()
    await expect.poll(() => other.isVisible('#modal')).toBe(false)
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
  })

  it('keeps the form that a person has open in one page when they open another elsewhere', async () => {
    const page = await open(desktop)
    const other = await open(desktop)
    const opened = async (of: Page) => {
      await of.locator('#thread-log .message-menu summary').first().click()
      await of.locator('#thread-log [data-shortcut="weigh"]').first().click()
      await of.waitForSelector('#modal[open] textarea')
    }
    await opened(page)
    await page.fill('#modal textarea', 'A shop')
    await opened(other)
    await other.fill('#modal textarea', 'A bar')
    await expect.poll(() => page.inputValue('#modal textarea')).toBe('A shop')
    await page.click('#modal .primary')
    await page.locator('#modal h2', { hasText: 'Done' }).waitFor()
    await expect.poll(() => other.inputValue('#modal textarea')).toBe('A bar')
    for (const each of [page, other]) {
      await each.keyboard.press('Escape')
      await each.waitForSelector('#modal:not([open])', { state: 'attached' })
    }
  })

  it('keeps what was typed, and the focus, when the app updates an open modal', async () => {
    const page = await open(desktop)
    const { workspace, client } = running
    await page.locator('#thread-log .message-menu summary').first().click()
    await page.locator('#thread-log [data-shortcut="weigh"]').first().click()
    await page.waitForSelector('#modal[open] textarea')
    await page.fill('#modal textarea', 'A shop')
    await page.check('#modal input[value="coffee"]')
    await page.focus('#modal textarea')
    const view_id = workspace.modal(workspace.people[0]?.id ?? '')?.id ?? ''
    await client.views.update({ view_id, view: { ...form, title: { type: 'plain_text', text: 'Again' } } })
    await page.locator('#modal h2', { hasText: 'Again' }).waitFor()
    await expect.poll(() => page.inputValue('#modal textarea')).toBe('A shop')
    await expect.poll(() => page.isChecked('#modal input[value="coffee"]')).toBe(true)
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#modal:not([open])', { state: 'attached' })
  })

  it('sends a choice from a list and from a set of options as presses', async () => {
    const page = await open(desktop)
    const { workspace, client, seen } = running
    const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value })
    const options = [option('tea'), option('coffee')]
    const elements = [
      { type: 'static_select' as const, action_id: 'pick', options },
      { type: 'radio_buttons' as const, action_id: 'other', options },
    ]
    const blocks = [{ type: 'actions' as const, block_id: 'choices', elements }]
    const { channel } = workspace.opening
    await client.chat.postMessage({ channel, text: 'Choose', blocks })
    await page.selectOption('#log [data-choose="pick"]', 'coffee')
    const picked = await workspace.waitFor(() => seen.find((each) => each.name === 'pick'))
    expect(picked.payload).toMatchObject({
      action: { type: 'static_select', block_id: 'choices', selected_option: option('coffee') },
      body: { state: { values: { choices: { pick: { selected_option: option('coffee') } } } } },
    })
    await page.check('#log [data-choose="other"][value="tea"]')
    const other = await workspace.waitFor(() => seen.find((each) => each.name === 'other'))
    expect(other.payload).toMatchObject({ action: { type: 'radio_buttons', selected_option: option('tea') } })
  })

  it('follows a link to a message of this workspace on the spot', async () => {
    const page = await open(desktop)
    const { client, workspace } = running
    const { channel, thread } = workspace.opening
    const { permalink = '' } = await client.chat.getPermalink({ channel, message_ts: thread })
    await client.chat.postMessage({ channel, thread_ts: thread, text: `as said at <${permalink}|10:02>` })
    await page.click('#thread-close')
    const { ts } = await client.chat.postMessage({ channel, text: `see <${permalink}|there>` })
    await page.locator(`#log [data-ts="${ts}"] a`).click()
    await page.waitForSelector(`#thread-log [data-ts="${thread}"]:focus`)
    expect(page.context().pages()).toHaveLength(1)
    await page.goto(permalink)
    await page.waitForSelector(`#thread-log [data-ts="${thread}"]`)
    await expect.poll(() => page.inputValue('#reply-text')).toBe('')
  })

  it('removes a card from its menu, and acts as another person', async () => {
    const page = await open(desktop)
    await page.click('#thread-close')
    await page.selectOption('#user', { label: 'Bo Diaz' })
    const mine = await answered(page)
    await page.selectOption('#user', { label: 'Ann Lee' })
    await expect
      .poll(() => page.locator('#log .private').count())
      .toBeLessThan(
        running.workspace.messages(running.workspace.opening.channel).filter((each) => each.to).length,
      )
    await page.selectOption('#user', { label: 'Bo Diaz' })
    await mine.locator('.menu summary').click()
    await mine.getByText('Remove').click()
    await mine.waitFor({ state: 'detached' })
  })

  it('dismisses a private line, and the composer has the keyboard', async () => {
    const page = await open(desktop)
    await page.click('#thread-close')
    const line = await answered(page)
    await line.getByText('Dismiss').click()
    await line.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('composer-text')
  })

  it('makes a thread of a pasted discussion, ready for one Enter', async () => {
    const page = await open(desktop)
    await page.click('#paste-open')
    await page.fill('#paste-text', 'nobody')
    await page.click('#paste .primary')
    await page.locator('#paste-error', { hasText: 'No discussion found' }).waitFor()
    await expect.poll(() => page.textContent('#toast')).toBe('')
    await page.fill('#paste-text', 'Kim Ost  10:02 AM\nWe start a shop\n\nRo Lind  10:04 AM\nI only know tea')
    await page.click('#paste .primary')
    await page.locator('#thread-log', { hasText: 'I only know tea' }).waitFor()
    await expect.poll(() => page.locator('#thread-log .message').count()).toBe(2)
    await expect.poll(() => page.inputValue('#reply-text')).toBe('@Weigher what should we pick?')
    await page.keyboard.press('Enter')
    await page.locator('#thread-log .table').waitFor()
  })

  it('forgets why a paste was not taken when the dialog is opened again', async () => {
    const page = await open(desktop)
    await page.click('#paste-open')
    await page.fill('#paste-text', 'nobody')
    await page.click('#paste .primary')
    await page.locator('#paste-error', { hasText: 'No discussion found' }).waitFor()
    await page.keyboard.press('Escape')
    await page.click('#paste-open')
    await expect.poll(() => page.textContent('#paste-error')).toBe('')
    await expect.poll(() => page.inputValue('#paste-text')).toBe('nobody')
  })

  it('says in an empty channel what can be done there, until somebody speaks', async () => {
    const page = await open(desktop)
    const line = page.locator('#empty')
    await expect.poll(() => line.isVisible()).toBe(false)
    await page.click('[data-open]:has-text("empty")')
    await expect
      .poll(() => line.textContent())
      .toMatch(/Type \/weigh and a question, or .* mention @Weigher in it\.$/)
    await page.click('[data-open]:has-text("quiet")')
    await expect.poll(() => line.textContent()).toMatch(/Type \/weigh .* a mention reaches nobody\.$/)
    await page.click('[data-open="app"]')
    await expect.poll(() => line.isVisible()).toBe(false)
    await page.click('[data-open]:has-text("empty")')
    await page.fill('#composer-text', 'First words')
    await page.keyboard.press('Enter')
    await page.locator('#log', { hasText: 'First words' }).waitFor()
    await expect.poll(() => line.isVisible()).toBe(false)
  })

  it('leaves scripts in texts and blocks without effect', async () => {
    const page = await open(desktop)
    const attack = '<script>window.hit=1</script><img src=x onerror="window.hit=1">'
    const { channel, thread } = running.workspace.opening
    await running.workspace.post({
      user: running.workspace.people[0]?.id ?? '',
      channel,
      thread,
      text: attack,
    })
    const cell = { type: 'raw_text' as const, text: attack }
    const blocks = [
      { type: 'table' as const, rows: [[cell], [cell]] },
      {
        type: 'section' as const,
        text: {
          type: 'mrkdwn' as const,
          text: `<https://x.org"onmouseover="window.hit=1|over> <javascript:alert(1)|here>`,
        },
      },
    ]
    await running.client.chat.postMessage({ channel, thread_ts: thread, text: attack, blocks })
    await page.locator('#thread-log td, #thread-log th[scope="row"]', { hasText: 'window.hit' }).waitFor()
    await page.getByText('over', { exact: true }).hover()
    await expect.poll(() => page.evaluate('window.hit')).toBeUndefined()
    await expect.poll(() => page.locator('a[href^="javascript"]').count()).toBe(0)
    // The policy stops an inline handler even where one got into the page.
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hit=2">')`)
    await page.waitForTimeout(100)
    await expect.poll(() => page.evaluate('window.hit')).toBeUndefined()
  })

  it('draws the card that the app sent', async () => {
    const page = await open(desktop)
    await running.client.chat.postMessage({
      channel: running.workspace.opening.channel,
      ...card('*Fresh* card'),
    })
    const fresh = page.locator('#log .message', { hasText: 'Fresh card' })
    await fresh.waitFor()
    await expect.poll(() => fresh.locator('strong', { hasText: 'Fresh' }).count()).toBe(1)
    expect(await fresh.locator('a').getAttribute('rel')).toBe('noopener noreferrer')
  })
})
