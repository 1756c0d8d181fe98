// Does in a real browser what comes in on standard input, and tells what was seen. Both are JSON, one line each.
import { chromium } from "playwright-core";
import { createInterface } from "node:readline";

const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
const page = await browser.newPage();
let complaints = [];
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("console", (line) => {
  if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) complaints.push(line.text());
});

const acts = {
  open: async (url) => void (await page.goto("about:blank"), await page.goto(url)),
  fill: (selector, text) => page.fill(selector, text),
  click: (selector) => page.click(selector),
  text: async (selector, expected) => {
    await page.waitForFunction(([s, t]) => document.querySelector(s)?.textContent.includes(t), [selector, expected], { timeout: 10000 }).catch(() => {});
    return page.textContent(selector);
  },
  visible: (selector) => page.isVisible(selector),
  address: () => page.url(),
  complaints: () => complaints,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [act, ...parameters] = JSON.parse(line);
  try {
    console.log(JSON.stringify({ seen: (await acts[act](...parameters)) ?? null }));
  } catch (e) {
    console.log(JSON.stringify({ failed: String(e) }));
  }
}
await browser.close();
