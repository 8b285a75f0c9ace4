import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Runs the build, which is refused to write compiled knowledge with this code. */
function build(
  code: string,
  { cwd, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv },
  ...args: string[]
) {
  const script = ['--import', refusing(code), join(root, 'tools/build.mjs')]
  return spawnSync(process.execPath, [...script, ...args], { env, cwd, encoding: 'utf8' })
}

/** Gives other knowledge than the shipped. */
function withOtherKnowledge(check: (dir: string) => void): void {
  withBrokenCopy([], (dir) => {
    copyFileSync(join(root, 'knowledge/language/reader.bin'), join(dir, 'language/reader.bin'))
    check(dir)
  })
}

describe('the build', () => {
  it.each(['main', 'cli/ask'])('loads nothing of %s before its memory is limited', (door) => {
    const main = readFileSync(join(root, `dist/${door}.js`), 'utf8')
    const loaded = main.matchAll(/^import\s*(?:[^'"]*?from\s*)?["']([^"']+)["']/gm)
    expect([...loaded].map(([, from]) => from)).toEqual(['node:v8'])
    expect(main.indexOf('heap-growing-percent')).toBeLessThan(main.indexOf('await import('))
  })

  it('takes dist for old when the build itself is another', () => {
    const copy = mkdtempSync(join(tmpdir(), 'build-'))
    try {
      for (const name of ['src', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json'])
        cpSync(join(root, name), join(copy, name), { recursive: true })
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
      const script = join(copy, 'tools/build.mjs')
      const built = () => {
        spawnSync(process.execPath, [script], { env: {}, cwd: copy })
        return readFileSync(join(copy, 'dist/.built-from'), 'utf8')
      }
      const before = built()
      expect(built()).toBe(before)
      appendFileSync(script, '// Changed.\n')
      expect(built()).not.toBe(before)
    } finally {
      rmSync(copy, { recursive: true })
    }
  })

  it('compiles the knowledge that .env names, unless the start is local', () => {
    withOtherKnowledge((dir) => {
      writeFileSync(join(dir, '.env'), `KNOWLEDGE_DIR=${dir}\n`)
      expect(build('EACCES', { cwd: dir }).stderr).toContain('cannot be written')
      expect(build('EACCES', { cwd: dir }, '--local').stderr).toBe('')
    })
  })

  it('leaves it to the program to say what is wrong with .env', () => {
    withOtherKnowledge((dir) => {
      writeFileSync(join(dir, '.env'), 'hush\n')
      expect(build('EACCES', { cwd: dir })).toMatchObject({ status: 0, stderr: '' })
    })
  })

  it.each(['EACCES', 'EROFS'])('goes on with one line where the compiled knowledge meets %s', (code) => {
    withOtherKnowledge((dir) => {
      const { status, stderr } = build(code, { env: { KNOWLEDGE_DIR: dir } })
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(`cannot be written (${code}: `)
      expect(stderr).toContain('npm run build')
      expect(status).toBe(0)
    })
  })
})
