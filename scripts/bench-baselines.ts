/** What a newsroom would write without Babelwire: the measure the bench compares with. */

/** One DeepL client call after another, one per article and language, nothing remembered. */
export async function oneAfterAnother(
  url: string,
  key: string,
  articles: readonly (readonly string[])[],
  targets: readonly string[],
): Promise<void> {
  const { DeepLClient } = await import('deepl-node')
  const client = new DeepLClient(key, { serverUrl: url })
  for (const target of targets) {
    for (const paragraphs of articles) {
      await client.translateText(
        [...paragraphs],
        'en',
        (target === 'pt' ? 'pt-PT' : target) as 'de',
      )
    }
  }
}

/** Paragraphs in requests of 50, ten at once, with plain fetch: the least a careful script would do. */
export async function bareLoop(
  url: string,
  key: string,
  paragraphs: readonly string[],
  targets: readonly string[],
): Promise<void> {
  const requests = targets.flatMap((target) => {
    const batches: (readonly [string, readonly string[]])[] = []
    for (let at = 0; at < paragraphs.length; at += 50) {
      batches.push([target, paragraphs.slice(at, at + 50)])
    }
    return batches
  })
  const worker = async (): Promise<void> => {
    for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
      await send(url, key, next[0], next[1])
    }
  }
  await Promise.all(Array.from({ length: 10 }, worker))
}

/** Asks again after 429, as long as it takes. */
async function send(
  url: string,
  key: string,
  target: string,
  texts: readonly string[],
): Promise<void> {
  const body = new URLSearchParams([
    ['source_lang', 'en'],
    ['target_lang', target],
    ...texts.map((text) => ['text', text] as [string, string]),
  ])
  for (let wait = 250; ; wait = Math.min(wait * 1.6, 10_000)) {
    const response = await fetch(`${url}/v2/translate`, {
      method: 'POST',
      headers: { Authorization: `DeepL-Auth-Key ${key}` },
      body,
    })
    await response.text()
    if (response.status !== 429) return
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())))
  }
}
