import sharp from 'sharp'

/** A picture of 400 by 300 pixels of one colour, as a PNG. */
export const smallPng = async (background = '#336699'): Promise<Uint8Array> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .png()
    .toBuffer()
