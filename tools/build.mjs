// Compiles src to dist when dist is not what src gives, and knowledge to dist/knowledge.bin when that is not what
// the folder (or those of KNOWLEDGE_DIR) gives; quiet when there is nothing to do. `node tools/build.mjs --force`
// compiles src in any case.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const src = join(root, 'src')
const dist = join(root, 'dist')
const STAMP = '.built-from'
const stamp = join(dist, STAMP)

/** Files that are served or read as they are. */
const ASSETS = ['workspace/style.css', 'workspace/client.js']

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    )
}

function packageFolder(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    console.error(`The package ${name} is not installed. Run npm ci first, and look at what it says.`)
    process.exit(1)
  }
}

const hash = createHash('sha256')
for (const file of [
  ...filesIn(src),
  join(root, 'tsconfig.json'),
  join(root, 'tsconfig.build.json'),
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
  const tsc = join(packageFolder('typescript'), 'bin/tsc')
  const compiled = spawnSync(
    process.execPath,
    [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', next],
    // What the compiler says goes beside the output, which belongs to the program that follows.
    { stdio: ['inherit', 2, 'inherit'] },
  )
  if (compiled.status !== 0) {
    rmSync(next, { recursive: true, force: true })
    process.exit(compiled.status ?? 1)
  }
  for (const asset of ASSETS) cpSync(join(src, asset), join(next, asset))
  writeFileSync(join(next, STAMP), source)
  rmSync(dist, { recursive: true, force: true })
  renameSync(next, dist)
}

const compiler = pathToFileURL(join(dist, 'knowledge/compile-knowledge.js'))
const { compileKnowledge } = await import(compiler.href)
const compiledKnowledge = join(dist, 'knowledge.bin')
try {
  // Folders that the environment names are those of the start that follows.
  compileKnowledge(process.env.KNOWLEDGE_DIR?.trim() || join(root, 'knowledge'), compiledKnowledge)
} catch (error) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code) && error.path?.startsWith(compiledKnowledge)) {
    // As for a service that does not own the checkout. Whoever starts loads the knowledge itself then.
    console.error(
      `The compiled knowledge cannot be written (${error.code}: ${compiledKnowledge}). Each start takes longer until whoever may write there runs npm run build.`,
    )
  } else if (error.name !== 'KnowledgeError' && error.code !== 'ENOENT') {
    // What is wrong with the knowledge is said by whoever starts with it; this is neither.
    throw error
  }
}
