import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {deflateRawSync} from 'node:zlib'

import {expect, onTestFinished, test} from 'vitest'

import {assetsLake} from '@/test-support/assetsLake'

import {checkZip} from './checkZip'
import {importArticle, type ImportOptions} from './importArticle'
import {readManuscript} from './readManuscript'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')

test.each(['tide.docx', 'tide.md', 'tide.html', 'tide.txt'])('makes of %s what its case says', async (file) => {
  const {client} = assetsLake()
  const report = await run(path.join(FIXTURES, file), {client})
  const documents = await client.fetch<unknown[]>(
    '*[_type in ["article", "author", "bibliographicReference"]] | order(_id)',
    {},
    {perspective: 'raw'},
  )
  const expected: unknown = JSON.parse(
    readFileSync(path.join(FIXTURES, file.replace('.', '-').concat('.json')), 'utf8'),
  )
  expect(plainly({report, documents})).toEqual(expected)
})

test('makes no second article of a title unless it is told to', async () => {
  const {client} = assetsLake()
  const file = path.join(FIXTURES, 'tide.html')
  await run(file, {client})
  const before = await count(client)
  await expect(run(file, {client})).rejects.toThrow(
    'There is an article “The price of a tide” already (/articles/the-price-of-a-tide). Nothing was imported; --again makes another.',
  )
  expect(await count(client)).toBe(before)
  const again = await run(file, {client, again: true, createId: counted('again-')})
  expect(again).toMatchObject({slug: 'the-price-of-a-tide-2', authors: [{isNew: false}], references: [{isNew: false}]})
  expect(await count(client)).toBe(before + 1)
})

test('takes works, authors and topics that are there', async () => {
  const {client} = assetsLake()
  await client.create({_id: 'ada', _type: 'author', name: 'ADA  Lovelace'})
  await client.create({_id: 'tides', _type: 'topic', title: 'Tides'})
  const issued = {_type: 'issuedDate', status: 'dated', year: 1887}
  const author = [{_type: 'person', _key: 'a', family: 'Ebb', given: 'E.'}]
  await client.create({
    _id: 'ebb',
    _type: 'bibliographicReference',
    type: 'book',
    title: 'Tables of the tides',
    issued,
    author,
  })
  const {id} = await run(path.join(FIXTURES, 'tide.md'), {client})
  const article = await client.getDocument(`drafts.${id}`)
  expect(article).toMatchObject({
    topics: [{_ref: 'tides'}],
    authors: [{author: {_type: 'reference', _ref: 'ada'}}, {author: {_weak: true}}],
    furtherReading: [{_type: 'reference', _ref: 'ebb'}],
  })
})

test('leaves the list of works as text when it is told to', async () => {
  const {client} = assetsLake()
  const {id, references} = await run(path.join(FIXTURES, 'tide.docx'), {
    client,
    chooseReferences: () => Promise.resolve(false),
  })
  expect(references).toEqual([])
  const text = JSON.stringify(await client.getDocument(`drafts.${id}`))
  expect(text).toContain('Spring, S. (1930). ')
  expect(text).toContain('and sold [2, p. 12]')
})

test('a dry run writes nothing', async () => {
  const {client, files} = assetsLake()
  const report = await run(path.join(FIXTURES, 'tide.docx'), {client, dryRun: true})
  expect(report).toMatchObject({id: null, title: 'The price of a tide', citations: 3})
  expect(await count(client)).toBe(0)
  expect(files()).toEqual([])
})

test('a failing write leaves nothing behind but pictures', async () => {
  const {client} = assetsLake()
  await client.create({
    _id: 'drafts.id-1',
    _type: 'article',
    title: 'Another',
    slug: {_type: 'slug', current: 'another'},
  })
  await expect(run(path.join(FIXTURES, 'tide.docx'), {client})).rejects.toThrow('already exists')
  expect(await count(client)).toBe(1)
})

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

test.each([
  ['missing.docx', null, 'There is no file'],
  ['empty.docx', '', 'empty.docx is empty.'],
  ['locked.docx', OLE, 'locked.docx is encrypted or an old .doc file.'],
  ['text.docx', 'just text', 'text.docx is no Word document'],
  ['broken.docx', 'PK\u0003\u0004 and nothing', 'broken.docx is damaged'],
  ['archive.docx', zipOf({'a.txt': Buffer.from('a')}), 'archive.docx is a zip, but no Word document.'],
  ['bomb.docx', zipOf({'word/document.xml': Buffer.alloc(301_000_000)}), 'bomb.docx unpacks to more than 300 MB'],
  [
    'hollow.docx',
    zipOf({'[Content_Types].xml': Buffer.from('<x'), 'word/document.xml': Buffer.from('<w')}),
    'hollow.docx is damaged',
  ],
  ['spaces.md', ' \n\n ', 'spaces.md has no text in it.'],
  ['binary.txt', Buffer.from([1, 0, 2, 0, 0, 255]), 'binary.txt is no text.'],
  ['large.txt', Buffer.alloc(50_000_001, 'a'), 'large.txt is larger than 50 MB'],
  ['deep.md', `${'> '.repeat(5_000)}x`, 'deep.md is nested too deeply to be read.'],
  ['sheet.xlsx', 'x', 'sheet.xlsx is of a kind that cannot be read.'],
])('says in a sentence what is wrong with %s', async (name, content, sentence) => {
  await expect(readManuscript(fileOf(name, content), () => 'k')).rejects.toThrow(sentence)
})

test('reads text in the encoding of old programs, and says so', async () => {
  const {article} = await readManuscript(
    fileOf('old.txt', Buffer.from('Caf\xe9 society\n\nIt was na\xefve.', 'latin1')),
    () => 'k',
  )
  expect(article.title).toBe('Café society')
  expect(article.findings[0]?.message).toContain('was read as Western European text')
})

test.each([
  ['little-endian', (text: string) => Buffer.from(text, 'utf16le')],
  ['big-endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
])('reads UTF-16 without a mark, %s', async (_order, write) => {
  const text = 'Café society\r\n\r\nIt was “naïve” — so they said in Łódź.'
  const {article} = await readManuscript(fileOf('wide.txt', write(text)), counted('k'))
  expect(article.title).toBe('Café society')
  expect(JSON.stringify(article.body)).toContain('It was “naïve” — so they said in Łódź.')
  expect(JSON.stringify(article.findings)).not.toContain('wide.txt')
})

test('names what the converter of Word documents passes over', async () => {
  const word = readFileSync(path.join(FIXTURES, 'tide.docx'))
  const body = '<w:p><w:r><w:t>Text of a kind</w:t></w:r><m:oMath><m:r><m:t>e=mc</m:t></m:r></m:oMath></w:p>'
  const xmlns =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const files = {
    ...Object.fromEntries(
      ['[Content_Types].xml', '_rels/.rels'].map((name) => [
        name,
        checkZip(word, 'tide.docx').get(name)?.() ?? Buffer.alloc(0),
      ]),
    ),
    'word/document.xml': Buffer.from(`<w:document ${xmlns}><w:body>${body}</w:body></w:document>`),
    'word/comments.xml': Buffer.from(
      `<w:comments ${xmlns}><w:comment w:id="0"><w:p><w:r><w:t>Is it?</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
  }
  const {article} = await readManuscript(fileOf('formula.docx', zipOf(files)), counted('k'))
  expect(article.findings.map(({text}) => text)).toEqual(expect.arrayContaining(['e=mc', 'Is it?']))
})

test('keeps the words of HTML in Markdown', async () => {
  const html = 'Text.\n\n<div>words <b>in</b> HTML<script>evil()</script></div>\n\nE=mc<sup>2</sup>'
  const {article} = await readManuscript(fileOf('html.md', `# Title\n\n${html}`), counted('k'))
  expect(JSON.stringify(article.body)).toMatch(/words .*in.* HTML/)
  expect(JSON.stringify(article.body)).not.toContain('evil')
})

test('reads a page in the encoding that it names', async () => {
  const page = Buffer.concat([
    Buffer.from('<meta charset=windows-1251><h1>'),
    Buffer.from([0xcc, 0xee, 0xf0, 0xe5]),
    Buffer.from('</h1><p>x</p>'),
  ])
  const {article} = await readManuscript(fileOf('sea.html', page), () => 'k')
  expect(article).toMatchObject({title: 'Море', findings: []})
})

test('says which pictures it did not take, and reads none outside the folder', async () => {
  const {client} = assetsLake()
  const file = fileOf(
    'pictures.md',
    '# Pictures\n\nText.\n\n![a](/etc/passwd) ![b](../x.png) ![c](%2e%2e/x.png) ![d](file:///etc/passwd) ![e](https://example.org/x.png) ![f](fake.png) ![g](missing.png)',
  )
  writeFileSync(path.join(path.dirname(file), 'fake.png'), 'no picture')
  const {pictures, findings} = await run(file, {client})
  expect(pictures).toBe(0)
  const messages = findings.map(({message}) => message).filter((message) => message.startsWith('A picture'))
  expect(messages).toEqual([
    expect.stringContaining('(/etc/passwd) is not in the manuscript’s folder'),
    expect.stringContaining('(../x.png) is not in the manuscript’s folder'),
    expect.stringContaining('(../x.png) is not in the manuscript’s folder'),
    expect.stringContaining('(file:///etc/passwd) is not in the manuscript’s folder'),
    expect.stringContaining('is on the web'),
    expect.stringContaining('(fake.png) is no JPEG'),
    expect.stringContaining('(missing.png) is missing'),
  ])
})

test('follows no link out of the folder, and takes names that no file can have for missing ones', async () => {
  const {client} = assetsLake()
  const [elsewhere, folder] = [fileOf('private.png', PNG), path.dirname(fileOf('essay.md', null))]
  const file = path.join(folder, 'essay.md')
  mkdirSync(path.join(folder, 'pictures'))
  writeFileSync(path.join(folder, 'pictures', 'own.png'), PNG)
  symlinkSync(elsewhere, path.join(folder, 'link.png'))
  symlinkSync(path.dirname(elsewhere), path.join(folder, 'linked'))
  symlinkSync(path.join(folder, 'pictures', 'own.png'), path.join(folder, 'inside.png'))
  const names = ['link.png', 'linked/private.png', 'a%00b.png', `${'a'.repeat(5_000)}.png`, 'inside.png']
  writeFileSync(file, `# Pictures\n\nText.\n\n${names.map((name) => `![a](${name})`).join(' ')}`)

  const {pictures, findings} = await run(file, {client})

  expect(pictures).toBe(1)
  expect(findings.map(({message}) => message).filter((message) => message.startsWith('A picture'))).toEqual([
    expect.stringContaining('(link.png) leads out of the manuscript’s folder'),
    expect.stringContaining('(linked/private.png) leads out of the manuscript’s folder'),
    expect.stringContaining('is missing'),
    expect.stringContaining('is missing'),
  ])
})

test('refuses a zip with another one in front, of which readers would see different directories', () => {
  const [harmless, bomb] = [zipOf({'a.txt': Buffer.from('a')}), zipOf({'b.txt': Buffer.from('b')})]

  expect(() => checkZip(Buffer.concat([harmless, bomb]), 'double.docx')).toThrow('double.docx is damaged')
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Client = ImportOptions['client']

async function run(file: string, options: Partial<ImportOptions> & {client: Client}) {
  const createKey = counted('k')
  const choices = {again: false, dryRun: false, chooseReferences: () => Promise.resolve(true)}
  return importArticle(await readManuscript(file, createKey), {
    createKey,
    createId: counted('id-'),
    ...choices,
    ...options,
  })
}

function counted(prefix: string): () => string {
  let number = 0
  return () => `${prefix}${++number}`
}

function count(client: Client): Promise<number> {
  return client.fetch('count(*[_type in ["article", "author", "bibliographicReference"]])', {}, {perspective: 'raw'})
}

/** Without what differs at every run. */
function plainly(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, field: unknown) => (/^_(?:rev|createdAt|updatedAt)$/.test(name) ? undefined : field)),
  )
}

function fileOf(name: string, content: string | Buffer | null): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-manuscript-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = path.join(folder, name)
  if (content !== null) writeFileSync(file, content)
  return file
}

function zipOf(files: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const offset = Buffer.concat(locals).length
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, Buffer.from(name))
  }
  const [packedFiles, index] = [Buffer.concat(locals), Buffer.concat(directory)]
  const end = Buffer.alloc(18)
  for (const at of [4, 6]) end.writeUInt16LE(Object.keys(files).length, at)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(packedFiles.length, 12)
  return Buffer.concat([packedFiles, index, Buffer.from('PK\u0005\u0006'), end])
}
