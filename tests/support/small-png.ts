import sharp from 'sharp'

/** A picture of one colour, three quarters as high as it is wide, as a PNG. */
export const smallPng = async (background = '#336699', width = 400): Promise<Uint8Array> =>
  sharp({ create: { width, height: (width * 3) / 4, channels: 3, background } })
    .png()
    .toBuffer()
