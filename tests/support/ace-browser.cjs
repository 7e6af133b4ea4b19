// Loaded before Ace, which starts puppeteer without naming a browser: puppeteer-core has none of its own.
const puppeteer = require('puppeteer')

const { launch } = puppeteer
puppeteer.launch = options =>
  launch.call(puppeteer, { ...options, executablePath: process.env.PUPPETEER_EXECUTABLE_PATH })
