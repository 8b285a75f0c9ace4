// Compiles src to dist when dist is not what src gives, and knowledge to dist/knowledge.bin when that is not what
// the folder (or those of KNOWLEDGE_DIR) gives; quiet when there is nothing to do. With --force it compiles src in any
// case; with --local it looks at no .env, like the program.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const src = join(root, 'src')
const dist = join(root, 'dist')
const STAMP = '.built-from'
const stamp = join(dist, STAMP)

/** Files that something outside asks for; each becomes a file of the same place, and what they share stands in chunks. */
const DOORS = [
  // Programs.
  'main',
  'cli/ask',
  'cli/knowledge',
  'cli/manifest',
  'mcp/main',
  // For this build, and for the thread that loads.
  'config',
  'knowledge/compile-knowledge',
  'knowledge/load-worker',
  // For the bench alone, which measures what is built: they start nothing.
  'core/answer',
  'core/engine',
  'knowledge/compiled',
  'knowledge/fingerprint',
  'knowledge/load-knowledge',
]

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    )
}

/** Types are left to `npm run typecheck`: a start waits for no more than it needs. */
async function compileTo(outdir) {
  const { build } = await import('esbuild').catch(() => {
    console.error('The package esbuild is not installed. Run npm ci first, and look at what it says.')
    process.exit(1)
  })
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(DOORS.map((door) => [door, `src/${door}.ts`])),
    outdir,
    // Node opens and compiles each module by itself: as files of their own they take most of a start.
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
  })
}

const hash = createHash('sha256')
for (const file of [
  fileURLToPath(import.meta.url),
  ...filesIn(src),
  join(root, 'tsconfig.json'),
  join(root, 'package.json'),
  // Another parser might read the same knowledge otherwise.
  join(root, 'package-lock.json'),
]) {
  hash.update(relative(root, file)).update(readFileSync(file))
}
const source = hash.digest('hex')

if (process.argv.includes('--force') || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== source) {
  // Compiled beside and put in place when it is whole: nobody meets half a dist, and a failure keeps the old one.
  const next = `${dist}.${process.pid}`
  try {
    await compileTo(next)
  } catch {
    // esbuild has said where and why.
    rmSync(next, { recursive: true, force: true })
    process.exit(1)
  }
  writeFileSync(join(next, STAMP), source)
  rmSync(dist, { recursive: true, force: true })
  renameSync(next, dist)
}

const built = (file) => import(pathToFileURL(join(dist, file)).href)
const { compileKnowledge } = await built('knowledge/compile-knowledge.js')
const { loadKnowledgeDir } = await built('config.js')
const compiledKnowledge = join(dist, 'knowledge.bin')
try {
  // The folders of the start that follows.
  const named = process.argv.includes('--local') ? process.env.KNOWLEDGE_DIR?.trim() : loadKnowledgeDir()
  compileKnowledge(named || join(root, 'knowledge'), compiledKnowledge)
} catch (error) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code) && error.path?.startsWith(compiledKnowledge)) {
    // As for a service that does not own the checkout. Whoever starts loads the knowledge itself then.
    console.error(
      `The compiled knowledge cannot be written (${error.code}: ${compiledKnowledge}). Each start takes longer until whoever may write there runs npm run build.`,
    )
  } else if (!['KnowledgeError', 'ConfigError'].includes(error.name) && error.code !== 'ENOENT') {
    // What is wrong with the knowledge or a setting is said by whoever starts with it; this is neither.
    throw error
  }
}
