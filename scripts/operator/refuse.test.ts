import {createServer} from 'node:net'

import {expect, test} from 'vitest'

import {refuseTakenPort} from './refuse'

test('names the taken port and the variable that moves it', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

  await expect(refuseTakenPort(port, 'PORT')).rejects.toThrow(
    `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(refuseTakenPort(port, 'PORT')).resolves.toBeUndefined()
})
