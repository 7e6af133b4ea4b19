import { createTransport } from 'nodemailer'
import { defineConfig } from '../../../pipeline/index.js'

export default defineConfig({
  sending: { transport: createTransport({ sendmail: true }) },
})
