import {z} from 'zod'

const environment = z.object({
  /** Where the site under test answers. */
  OCTAVO_URL: z.url(),
  /** Where its lake answers, without the site between. */
  OCTAVO_LAKE_URL: z.url(),
  OCTAVO_DATA: z.string(),
  OCTAVO_EMAIL: z.string(),
  OCTAVO_PASSWORD: z.string(),
  OCTAVO_WRITE_TOKEN: z.string(),
  CHROME_PATH: z.string(),
})

/** What `npm run e2e` tells the tests of the publication that it started. */
export function readEnvironment(): z.infer<typeof environment> {
  const parsed = environment.safeParse(process.env)
  if (parsed.success) return parsed.data
  throw new Error('Run the browser tests with `npm run e2e`: it starts what they visit.', {cause: parsed.error})
}
