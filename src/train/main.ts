import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { ComparisonHead } from '../core/domain/comparison.ts'
import { encodeModel } from '../core/reading/model.ts'
import { readCorpus } from './corpus.ts'
import { trainReader } from './train.ts'

/**
 * `npm run train` writes knowledge/language/reader.bin from the corpus beside it;
 * with `--check` it only compares and exits 1 when the bytes differ.
 */
function main(): void {
  const knowledge = join(dirname(fileURLToPath(import.meta.url)), '../../knowledge')
  const started = performance.now()
  const corpus = readCorpus(knowledge)
  const words = {
    terms: pairsOf(join(knowledge, 'language/terms.tsv')),
    classes: pairsOf(join(knowledge, 'language/classes.tsv')),
  }
  const options = readdirSync(knowledge)
    .sort()
    .map((folder) => join(knowledge, folder, 'comparison.yml'))
    .filter((file) => existsSync(file))
    .flatMap((file) => ComparisonHead.parse(load(readFileSync(file, 'utf8'))).options)
  const bytes = encodeModel(trainReader(corpus, words, options))
  const file = join(knowledge, 'language/reader.bin')
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  if (process.argv.includes('--check')) {
    const same = existsSync(file) && Buffer.compare(readFileSync(file), bytes) === 0
    console.log(
      `${same ? 'reader.bin is what training gives' : 'reader.bin differs from what training gives: run `npm run train` and commit it'} (${seconds} s)`,
    )
    process.exitCode = same ? 0 : 1
    return
  }
  writeFileSync(file, bytes)
  console.log(
    `knowledge/language/reader.bin: ${(bytes.length / 1024).toFixed(0)} kB from ${corpus.messages.length} messages in ${seconds} s`,
  )
}

function pairsOf(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string])
}

main()
