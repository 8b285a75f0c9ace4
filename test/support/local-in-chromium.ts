import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Engine } from '../../src/core/engine.ts'
import { launchChromium } from './chromium.ts'
import { type Local, startLocal } from './local.ts'

export interface LocalInChromium {
  local(): Local
  /** A new page on the workspace with its thread drawn; whoever opens it closes it. */
  open(viewport: { width: number; height: number }): Promise<Page>
}

/** Runs the local workspace and a browser for the tests of a `describe`. */
export function localInChromium(engine: () => Engine): LocalInChromium {
  let local: Local
  let browser: Browser
  beforeAll(async () => {
    local = await startLocal(engine())
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await local.stop()
  })
  return {
    local: () => local,
    open: async (viewport) => {
      const page = await browser.newPage({ viewport })
      await page.goto(local.workspace.url)
      await page.waitForSelector('#thread-log .message')
      return page
    },
  }
}
