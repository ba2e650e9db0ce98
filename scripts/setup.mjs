// Installs what a clone needs, and says plainly what it could not get.
// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.babelwire-setup')

const apertium = [
  'apertium',
  'apertium-eng-spa',
  'apertium-eng-cat',
  'apertium-en-gl',
  'apertium-eo-en',
]

/** Apertium installs one file per language pair here. */
const modes = ['eng-spa', 'eng-cat', 'en-gl', 'en-eo'].map(
  (name) => `/usr/share/apertium/modes/${name}.mode`,
)

function say(text) {
  console.error(text)
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options })
}

/** npm ci, when the lock file is not the one that was installed. */
function installPackages() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  if (!existsSync(stamp) && isInstalledByHand()) return
  say('Installing packages (npm ci) …')
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    say('npm ci failed: see above. Without the packages nothing can run.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

/** npm writes this file at the end of an install; newer than the lock file means it is up to date. */
function isInstalledByHand() {
  const written = path.join(modules, '.package-lock.json')
  if (!existsSync(written)) return false
  return statSync(written).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs
}

/** What only apt-get has: installed where it is there and allowed, else said plainly. */
function installDebian({ what, isThere, packages, skipped }) {
  if (isThere()) return
  const byHand = `apt-get install ${packages.join(' ')}`
  if (run('apt-get', ['--version']).status !== 0) {
    say(`No apt-get here, so ${what} is not installed: ${skipped}`)
    return
  }
  const isRoot = process.getuid !== undefined && process.getuid() === 0
  const sudo = isRoot ? [] : ['sudo', '-n']
  if (!isRoot && run('sudo', ['-n', 'true']).status !== 0) {
    say(`${what} is not installed, and this user may not install it: ${skipped} As root: ${byHand}`)
    return
  }
  say(`Installing ${what} (apt-get) …`)
  const apt = (...args) => {
    const [command, ...rest] = [
      ...sudo,
      'apt-get',
      '-qq',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ]
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  const install = () => apt('install', '--no-install-recommends', ...packages)
  // The package lists of a new machine may be missing or old.
  const done = install().status === 0 ? undefined : (apt('update'), install())
  if (done !== undefined && done.status !== 0) {
    const why = done.stderr.trim().split('\n').at(-1) ?? ''
    say(`${what} could not be installed (${why}): ${skipped} By hand: ${byHand}`)
  }
}

const debian = [
  {
    what: 'Apertium with its English pairs',
    isThere: () => modes.every((mode) => existsSync(mode)),
    packages: apertium,
    skipped: 'es, ca, gl and eo need DEEPL_AUTH_KEY then, and the tests of Apertium are skipped.',
  },
  {
    what: 'Chromium with fonts for all scripts',
    isThere: () => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium'),
    packages: ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'],
    skipped: 'the tests of the chooser and the site in a browser are skipped.',
  },
]

installPackages()
// Tests need both; a run needs the engine alone.
for (const part of process.argv.includes('--run') ? debian.slice(0, 1) : debian) installDebian(part)
