import sharp from 'sharp'

/** A picture to upload: one colour, 1600 × 1000 pixels. */
export async function samplePicture(name: string, background: string) {
  const image = sharp({create: {width: 1600, height: 1000, channels: 3, background}})
  return {name: `${name}.png`, mimeType: 'image/png', buffer: await image.png().toBuffer()}
}
