import {expect, test as base} from './test'

interface StudioFixtures {
  /** A word that every document and file of the test carries in its name; whatever carries it is deleted afterwards. */
  mark: string
}

const CARRYING = `*[
  title match $mark || name match $mark || originalFilename match $mark ||
  (_type == "publishReason" && defined(*[_id == ^.documentId && title match $mark][0]))
]._id`

export const test = base.extend<StudioFixtures>({
  // The Studio needs room for a list beside a form.
  viewport: {width: 1600, height: 1000},

  mark: async ({content}, use) => {
    const mark = `Tide${crypto.randomUUID().slice(0, 8)}`
    await use(mark)
    const ids = await content.fetch<string[]>(CARRYING, {mark})
    const transaction = content.transaction()
    for (const id of ids) transaction.delete(id)
    if (ids.length > 0) await transaction.commit()
  },
})

export {expect}
