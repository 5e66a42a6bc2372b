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
/** `/remove-lgtm`, `/unhold`: the other way to say `/lgtm cancel`, `/hold cancel`. */
const TAKEN_BACK = /^\/(?:remove-|un-?)(\S+)$/;

/**
 * The commands in the text of a comment, and nothing else of it: lines that are
 * a known command, or begin with one. `cancel` after it is kept, and other ways
 * to take a command back are put the same way.
 *
 * @param known - commands in lower case: `/lgtm`, `bors r+`
 */
export function commandsIn(
  body: string | undefined,
  known: readonly string[],
): string[] {
  const commands = new Set<string>();
  for (const line of (body ?? '').split(/\r?\n/)) {
    const command = commandOf(line, known);
    if (command !== undefined) {
      commands.add(command);
    }
  }
  return [...commands];
}

function commandOf(line: string, known: readonly string[]): string | undefined {
  const words = line.trim().toLocaleLowerCase('en-US').replace(/\s+/g, ' ');
  const [first = '', ...others] = words.split(' ');
  const takenBack = TAKEN_BACK.exec(first)?.[1];
  if (takenBack !== undefined && known.includes(`/${takenBack}`)) {
    return `/${takenBack} cancel`;
  }
  const command = known.find(
    candidate => words === candidate || words.startsWith(`${candidate} `),
  );
  if (command === undefined) {
    return undefined;
  }
  const isCancelled = others.includes('cancel') || words === `${command}-`;
  return isCancelled ? `${command} cancel` : command;
}
