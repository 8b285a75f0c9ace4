import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withBrokenCopy } from '../knowledge/broken-copy.ts'

const root = join(import.meta.dirname, '../..')

/** A module that lets nothing be written as compiled knowledge, whoever runs it: root may write anywhere. */
function refusing(code: string): string {
  const text = `import fs, { writeFileSync } from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    fs.writeFileSync = (path, ...rest) => {
      if (!path.includes('knowledge.bin')) return writeFileSync(path, ...rest)
      throw Object.assign(new Error('refused'), { code: '${code}', path })
    }
    syncBuiltinESMExports()`
  return `data:text/javascript,${encodeURIComponent(text)}`
}

describe('the build', () => {
  it('loads nothing before the memory of the program is limited', () => {
    const main = readFileSync(join(root, 'dist/main.js'), 'utf8')
    const loaded = main.matchAll(/^import\s*(?:[^'"]*?from\s*)?["']([^"']+)["']/gm)
    expect([...loaded].map(([, from]) => from)).toEqual(['node:v8'])
    expect(main.indexOf('heap-growing-percent')).toBeLessThan(main.indexOf('await import('))
  })

  it.each(['EACCES', 'EROFS'])('goes on with one line where the compiled knowledge meets %s', (code) => {
    withBrokenCopy([], (dir) => {
      copyFileSync(join(root, 'knowledge/language/reader.bin'), join(dir, 'language/reader.bin'))
      const args = ['--import', refusing(code), join(root, 'tools/build.mjs')]
      const { status, stderr } = spawnSync(process.execPath, args, {
        env: { KNOWLEDGE_DIR: dir },
        encoding: 'utf8',
      })
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(`cannot be written (${code}: `)
      expect(stderr).toContain('npm run build')
      expect(status).toBe(0)
    })
  })
})
