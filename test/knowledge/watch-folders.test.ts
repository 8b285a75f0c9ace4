import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchFolders } from '../../src/knowledge/watch-folders.ts'

let root: string
let dir: string
let stop: AbortController
let changes: number

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watched-'))
  dir = join(root, 'knowledge')
  mkdirSync(join(dir, 'blips'), { recursive: true })
  writeFileSync(join(dir, 'blips/faq.yml'), '[]\n')
  stop = new AbortController()
  changes = 0
  const changed = () => {
    changes += 1
  }
  watchFolders([dir], { changed, failed: (error) => expect(error).toBeUndefined() }, stop.signal)
})
afterEach(() => {
  stop.abort()
  rmSync(root, { recursive: true })
})

const soon = (count: number) => expect.poll(() => changes).toBe(count)

describe('watched folders', () => {
  it('tell of a file that is saved in place, once for a burst', async () => {
    for (let save = 0; save < 5; save++) writeFileSync(join(dir, 'blips/faq.yml'), `# ${save}\n`)
    await soon(1)
    await setTimeout(400)
    expect(changes).toBe(1)
  })

  it('tell of every save by rename, not of the first alone', async () => {
    for (let save = 1; save <= 3; save++) {
      writeFileSync(join(dir, 'blips/.faq.yml.swp'), `# ${save}\n`)
      renameSync(join(dir, 'blips/.faq.yml.swp'), join(dir, 'blips/faq.yml'))
      await soon(save)
    }
  })

  it('tell of files in a folder that came later', async () => {
    mkdirSync(join(dir, 'dorns'))
    await soon(1)
    writeFileSync(join(dir, 'dorns/rules.yml'), '[]\n')
    await soon(2)
  })

  it('tell of a folder that was taken away and put back, and of what is saved there then', async () => {
    cpSync(dir, join(root, 'copy'), { recursive: true })
    rmSync(dir, { recursive: true })
    await setTimeout(300)
    renameSync(join(root, 'copy'), dir)
    await expect.poll(() => changes).toBeGreaterThan(0)
    await setTimeout(400)
    const before = changes
    writeFileSync(join(dir, 'blips/faq.yml'), '# again\n')
    await soon(before + 1)
  })

  it('say nothing of files that are no knowledge', async () => {
    writeFileSync(join(dir, 'blips/4913'), '')
    writeFileSync(join(dir, 'blips/faq.yml~'), '')
    await setTimeout(500)
    expect(changes).toBe(0)
  })

  it('are left alone after the signal', async () => {
    stop.abort()
    writeFileSync(join(dir, 'blips/faq.yml'), '# late\n')
    await setTimeout(400)
    expect(changes).toBe(0)
  })
})
