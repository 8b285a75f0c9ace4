import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReaderModel } from '../../core/reading/model.ts'
import { readCorpus } from '../../train/corpus.ts'
import type { Finding } from './finding.ts'

/** A trained model that is older than the data beside it; a folder without training data has nothing to compare. */
export function checkModel(dir: string, { trainedOn }: ReaderModel): Finding[] {
  if (!existsSync(join(dir, 'language', 'corpus')) || readCorpus(dir).fingerprint === trainedOn) return []
  return [
    {
      level: 'error',
      where: '',
      at: { file: join(dir, 'language', 'reader.bin'), line: 0 },
      problem: 'is older than the corpus, the terms or the classes that it was trained on',
      remedy: 'Run npm run train and commit it.',
    },
  ]
}
