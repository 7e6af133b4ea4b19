// @ts-check
import { compile } from './setup/compile.mjs'

compile({ force: true })
