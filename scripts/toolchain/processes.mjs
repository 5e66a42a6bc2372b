/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * Child processes that never outlive this one. Each has a process group of its
 * own, so that ending it ends what it has started.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const running = new Set();
let ending;

/** Starts a program; `onOutput` receives what it writes. */
export function launch(command, args, { onOutput, ...options } = {}) {
  const child = spawn(command, args, {
    detached: process.platform !== 'win32',
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    ...options,
  });
  child.stdout?.on('data', onOutput);
  child.stderr?.on('data', onOutput);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a program to its end; its output comes back when `quiet`. */
export function run(command, args, { quiet = false, ...options } = {}) {
  let output = '';
  const collect = chunk => {
    output += chunk;
  };
  const child = launch(command, args, {
    ...options,
    ...(quiet && { onOutput: collect }),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      resolve({ ok: code === 0, code: code ?? 1, output }),
    );
  });
}

/** Ends all children, politely first, and then this process. */
export function end(code) {
  ending ??= (async () => {
    const all = [...running];
    const exits = all.map(child => new Promise(r => child.once('exit', r)));
    all.forEach(child => signal(child, 'SIGTERM'));
    const late = setTimeout(
      () => all.forEach(child => signal(child, 'SIGKILL')),
      10_000,
    );
    await Promise.all(exits);
    clearTimeout(late);
    process.exit(code);
  })();
  return ending;
}

/** Whether this process is on its way out, and a child's end no failure. */
export function isEnding() {
  return ending !== undefined;
}

/**
 * Ends with a signal, and with the process that started this one: a package
 * manager that is killed does not tell its scripts.
 */
export function endWithParent() {
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => stopped('it was sent SIGTERM', 143));
  process.on('SIGHUP', () => stopped('its terminal was closed', 129));
  const starters = whoStartedThis();
  setInterval(() => {
    if (!starters.every(isAlive)) {
      stopped('what started it has ended', 143);
    }
  }, 500).unref();
}

/** Says why it ends before it is done, where nobody pressed Ctrl-C. */
function stopped(why, code) {
  if (!isEnding()) {
    process.stderr.write(`\nStopped early: ${why}.\n`);
    end(code);
  }
}

/** The parent; and, where that is a shell for one command, its parent too. */
function whoStartedThis() {
  const parent = process.ppid;
  const [ppid, args] = about(parent);
  return /^\S*sh -c /.test(args) && ppid > 1 ? [parent, ppid] : [parent];
}

/** The parent of a process and its command line, as far as they can be known. */
function about(pid) {
  try {
    const line = existsSync(`/proc/${pid}/stat`)
      ? aboutFromProc(pid)
      : execFileSync('ps', ['-o', 'ppid=,args=', '-p', `${pid}`]).toString();
    const [, ppid, args] = /^\s*(\d+) (.*)/.exec(line);
    return [Number(ppid), args];
  } catch {
    return [0, ''];
  }
}

/** Linux without `ps`, as in small containers. */
function aboutFromProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return `${ppid} ${args.replaceAll('\0', ' ')}`;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function signal(child, name) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It has ended by itself.
  }
}
